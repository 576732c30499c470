import { useState } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import {
  type BoardTile,
  type SavedView,
  type TileKind,
  tileKinds,
  tileLooks,
} from '#shared/contract/views.ts'
import { newTile } from '../board.ts'
import styles from './AddTileDialog.module.css'

type Props = {
  isOpen: boolean
  views: readonly SavedView[]
  onAdd: (tile: BoardTile) => void
  onClose: () => void
}

export function AddTileDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('views.add.title')} isOpen={isOpen} onClose={onClose} width={520}>
      <Body {...rest} />
    </Dialog>
  )
}

type Entry = { id: string; label: string; kind: TileKind; viewId: string | null }

function Body({ views, onAdd }: Pick<Props, 'views' | 'onAdd'>) {
  const { t } = useText()
  const [sought, setSought] = useState('')
  const [look, setLook] = useState<BoardTile['look']>('chart')
  const isFound = ({ label }: Entry): boolean => label.toLowerCase().includes(sought.trim().toLowerCase())
  const ofViews = (isBuiltIn: boolean): Entry[] =>
    views
      .filter((view) => view.isBuiltIn === isBuiltIn)
      .map((view) => ({ id: view.id, label: viewName(view, t), kind: 'view', viewId: view.id }))
  const others = tileKinds
    .filter((kind) => kind !== 'view')
    .map((kind): Entry => ({ id: kind, label: t(`views.kind.${kind}`), kind, viewId: null }))
  const groups = [
    { id: 'own', title: t('views.add.own'), entries: ofViews(false), none: t('views.add.ownNone') },
    { id: 'builtIn', title: t('views.add.builtIn'), entries: ofViews(true), none: '' },
    { id: 'others', title: t('views.add.others'), entries: others, none: '' },
  ]
  const add = ({ kind, viewId }: Entry): void => {
    // The others look as they can.
    const own = kind === 'view' ? look : (tileLooks[kind].at(-1) ?? 'list')
    onAdd(newTile(`tile-${crypto.randomUUID()}`, { kind, viewId, look: own }))
  }
  return (
    <div className={styles.stack}>
      <TextField label={t('views.add.find')} value={sought} data-focus-first onChange={setSought} />
      <Segmented
        label={t('views.tile.look')}
        value={look}
        options={tileLooks.view.map((value) => ({ value, label: t(`views.arrange.look.${value}`) }))}
        onChange={setLook}
      />
      <div className={styles.groups}>
        {groups.map(({ id, title, entries, none }) => {
          const found = entries.filter(isFound)
          return (
            <section key={id} aria-label={title}>
              <h3 className={styles.caption}>{title}</h3>
              {found.length === 0 ? (
                <p className={styles.none}>{entries.length === 0 && none ? none : t('views.add.none')}</p>
              ) : (
                <ul>
                  {found.map((entry) => (
                    <li key={entry.id}>
                      <button type="button" className={styles.entry} onClick={() => add(entry)}>
                        {entry.label}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )
        })}
      </div>
    </div>
  )
}

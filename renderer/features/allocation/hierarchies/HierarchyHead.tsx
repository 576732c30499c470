import { Ellipsis, ReceiptText, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { SetUrl } from '../url.ts'
import { useRun } from '../use-run.ts'
import { useSaveKey } from '../use-save-key.ts'
import type { HierarchyView } from './HierarchyEditor.tsx'
import styles from './hierarchies.module.css'

type Props = {
  hierarchy: HierarchyView
  name: string
  /** What its values are. */
  of: string
  isDirty: boolean
  isPending: boolean
  mayWrite: boolean
  onName: (name: string) => void
  onSave: () => void
  onDiscard: () => void
  onChange: SetUrl
}

/** The name of the tree, keeping what was changed (Ctrl+S), and removing it. */
export function HierarchyHead(props: Props) {
  const { hierarchy, name, of, isDirty, isPending, mayWrite, onName, onSave, onDiscard, onChange } = props
  const { t } = useText()
  const tell = useTell()
  const [isRemoving, setRemoving] = useState(false)
  const remove = useRun('hierarchies.remove')
  useSaveKey(onSave, mayWrite)
  return (
    <div className={styles.head}>
      <div className={styles.headName}>
        <TextField
          label={t('hierarchies.name')}
          hint={t('hierarchies.of', { name: of })}
          maxLength={120}
          readOnly={!mayWrite}
          value={name}
          error={name.trim() === '' ? t('hierarchies.nameMissing') : undefined}
          onChange={onName}
        />
      </div>
      <div className={styles.headActions}>
        {isDirty && mayWrite ? (
          <>
            <span className={styles.soft}>{t('hierarchies.unsaved')}</span>
            <Button icon={RotateCcw} onClick={onDiscard}>
              {t('hierarchies.discard')}
            </Button>
          </>
        ) : null}
        {mayWrite ? (
          <Button
            variant={isDirty ? 'primary' : 'secondary'}
            isPending={isPending}
            disabled={name.trim() === ''}
            aria-disabled={!isDirty}
            aria-keyshortcuts="Control+S"
            title="Ctrl+S"
            onClick={onSave}
          >
            {t('hierarchies.save')}
          </Button>
        ) : null}
        <Menu
          label={t('common.more')}
          sections={[
            {
              id: 'all',
              items: [
                {
                  id: 'showback',
                  label: t('hierarchies.toShowback'),
                  icon: ReceiptText,
                  run: () => onChange({ tab: 'showback', by: `hierarchy:${hierarchy.id}` }),
                },
                ...(mayWrite
                  ? [
                      {
                        id: 'remove',
                        label: t('hierarchies.remove'),
                        icon: Trash2,
                        isDanger: true,
                        run: () => setRemoving(true),
                      },
                    ]
                  : []),
              ],
            },
          ]}
          trigger={(trigger) => <IconButton {...trigger} icon={Ellipsis} label={t('common.more')} />}
        />
      </div>
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('hierarchies.removeTitle', { name: hierarchy.name })}
        confirmLabel={t('hierarchies.remove')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          remove.run(
            { id: hierarchy.id },
            {
              done: () => {
                setRemoving(false)
                tell.done(t('hierarchies.removed', { name: hierarchy.name }))
                onChange({ hierarchy: null })
              },
            },
          )
        }
      >
        <p>{t('hierarchies.removeText')}</p>
      </ConfirmDialog>
    </div>
  )
}

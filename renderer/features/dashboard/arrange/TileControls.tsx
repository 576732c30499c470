import { GripVertical, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type BoardTile, type TileWidth, tileWidths } from '#shared/contract/views.ts'
import { changeTile, looksOf } from '../board.ts'
import type { Arranging } from '../use-arranging.ts'
import styles from './TileControls.module.css'

type Props = {
  tile: BoardTile
  name: string
  change: Arranging['change']
  onMove: (by: number) => void
  onPlace: (to: number) => void
  onWiden: (steps: 1 | -1) => void
  onRemove: () => void
}

const widthOf = (text: string): TileWidth | undefined => tileWidths.find((width) => String(width) === text)

/** The handle that the mouse and the keys take a tile by, and what can be changed of it. */
export function TileControls({ tile, name, change, onMove, onPlace, onWiden, onRemove }: Props) {
  const { t } = useText()
  const looks = looksOf(tile.kind)
  const set = (facts: Partial<BoardTile>): void => change((all) => changeTile(all, tile.id, facts))
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    if (altKey || ctrlKey || metaKey) return
    const isForward = key === 'ArrowRight' || key === 'ArrowDown'
    if (isForward || key === 'ArrowLeft' || key === 'ArrowUp') {
      if (shiftKey) onWiden(isForward ? 1 : -1)
      else onMove(isForward ? 1 : -1)
    } else if (key === 'Home') onPlace(0)
    else if (key === 'End') onPlace(Number.MAX_SAFE_INTEGER)
    else if (key === 'Delete' || key === 'Backspace') onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.handle}
        data-handle={tile.id}
        aria-label={t('views.arrange.handle', { name })}
        aria-roledescription={t('views.arrange.handleKind')}
        onKeyDown={onKeyDown}
      >
        <GripVertical size={16} aria-hidden />
        <span className={styles.name}>{name}</span>
      </button>
      <div className={styles.fields}>
        {looks.length > 1 ? (
          <Select
            size="sm"
            isLabelHidden
            label={t('views.arrange.look', { name })}
            value={tile.look}
            options={looks.map((value) => ({ value, label: t(`views.arrange.look.${value}`) }))}
            onChange={(look) => set({ look })}
          />
        ) : null}
        <Select
          size="sm"
          isLabelHidden
          label={t('views.arrange.width', { name })}
          value={String(tile.width)}
          options={tileWidths.map((width) => ({
            value: String(width),
            label: t(`views.arrange.width.${width}`),
          }))}
          onChange={(text) => {
            const width = widthOf(text)
            if (width !== undefined) set({ width })
          }}
        />
        {tile.kind === 'view' ? (
          <Select
            size="sm"
            isLabelHidden
            label={t('views.arrange.period', { name })}
            value={tile.period}
            options={(['page', 'view'] as const).map((value) => ({
              value,
              label: t(`views.arrange.period.${value}`),
            }))}
            onChange={(period) => set({ period })}
          />
        ) : null}
        <IconButton icon={Trash2} size="sm" label={t('views.arrange.remove', { name })} onClick={onRemove} />
      </div>
    </div>
  )
}

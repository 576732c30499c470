import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import styles from './Board.module.css'

type Props = {
  tiles: readonly BoardTile[]
  children: (tile: BoardTile) => ReactNode
}

/** Tiles side by side, in a grid of twelve columns that a narrow window folds. */
export function Board({ tiles, children }: Props) {
  const { t } = useText()
  return (
    <ul className={styles.grid} aria-label={t('views.tiles')}>
      {tiles.map((tile) => (
        <li key={tile.id} className={styles.tile} data-width={tile.width}>
          {children(tile)}
        </li>
      ))}
    </ul>
  )
}

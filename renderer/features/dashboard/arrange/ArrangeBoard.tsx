import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import { moveTile, removeTile, resizeTile } from '../board.ts'
import board from '../tiles/Board.module.css'
import type { Arranging } from '../use-arranging.ts'
import styles from './ArrangeBoard.module.css'
import { TileControls } from './TileControls.tsx'

type Props = {
  arranging: Arranging
  nameOf: (tile: BoardTile) => string
  /** A tile that was just added: the keys go on from there. */
  focusId: string | null
  children: (tile: BoardTile) => ReactNode
}

/** The board with handles: tiles are dragged, or moved, made wider and taken away by the keys. */
export function ArrangeBoard({ arranging, nameOf, focusId, children }: Props) {
  const { t } = useText()
  const list = useRef<HTMLUListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { tiles, change } = arranging

  const focus = (id: string | undefined): void => {
    if (id === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`)?.focus()
  }
  useEffect(() => {
    if (focusId === null) return
    // The dialog that it was chosen in gives the focus back first.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focusId)}"]`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [focusId])

  const place = (tile: BoardTile, to: number): void => {
    const next = moveTile(tiles, tile.id, to)
    change((all) => moveTile(all, tile.id, to))
    const at = next.findIndex(({ id }) => id === tile.id)
    setSaid(t('views.arrange.place', { name: nameOf(tile), place: at + 1, count: next.length }))
    // A moved element would leave the focus behind.
    requestAnimationFrame(() => focus(tile.id))
  }
  const widen = (tile: BoardTile, steps: 1 | -1): void => {
    const width = resizeTile(tiles, tile.id, steps).find(({ id }) => id === tile.id)?.width ?? tile.width
    change((all) => resizeTile(all, tile.id, steps))
    setSaid(t('views.arrange.wide', { name: nameOf(tile), width: t(`views.arrange.width.${width}`) }))
  }
  const remove = (tile: BoardTile): void => {
    const at = tiles.findIndex(({ id }) => id === tile.id)
    change((all) => removeTile(all, tile.id))
    setSaid(t('views.arrange.removed', { name: nameOf(tile) }))
    requestAnimationFrame(() => focus((tiles[at + 1] ?? tiles[at - 1])?.id))
  }

  return (
    <>
      <ul ref={list} className={board.grid} aria-label={t('views.tiles')}>
        {tiles.map((tile, at) => (
          <li
            key={tile.id}
            className={`${board.tile} ${styles.tile}`}
            data-width={tile.width}
            data-dragged={dragged === tile.id || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', nameOf(tile))
              setDragged(tile.id)
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              if (dragged !== tile.id) change((all) => moveTile(all, dragged, at))
            }}
            onDrop={(event) => event.preventDefault()}
          >
            <TileControls
              tile={tile}
              name={nameOf(tile)}
              change={change}
              onMove={(by) => place(tile, at + by)}
              onPlace={(to) => place(tile, to)}
              onWiden={(steps) => widen(tile, steps)}
              onRemove={() => remove(tile)}
            />
            {/* Nothing in it is pressed while it is moved. */}
            <div className={styles.content} inert>
              {children(tile)}
            </div>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

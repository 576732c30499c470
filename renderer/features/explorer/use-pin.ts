import { useState } from 'react'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { type BoardTile, type SavedView, tileLooks } from '#shared/contract/views.ts'

export const tileLooksOf = tileLooks.view
export type TileLook = (typeof tileLooksOf)[number]

type Wish = {
  spec: ViewSpec
  view: SavedView | null
  name: string
  look: TileLook
  tiles: readonly BoardTile[]
}

const WIDTHS = { number: 3, chart: 6, list: 6 } as const

/** Saves the view where it is not saved yet, and puts its tile after the others. */
export function usePin() {
  const add = useCommand('views.add')
  const update = useCommand('boards.update')
  const [made, setMade] = useState<string | null>(null)
  const put = (viewId: string, { look, tiles }: Wish, onDone: (viewId: string) => void): void => {
    const tile: BoardTile = {
      id: `tile-${crypto.randomUUID()}`,
      viewId,
      kind: 'view',
      width: WIDTHS[look],
      look,
      period: 'view',
    }
    update.mutate({ tiles: [...tiles, tile] }, { onSuccess: () => onDone(viewId) })
  }
  return {
    run: (wish: Wish, onDone: (viewId: string) => void): void => {
      // A view that was saved by a first try stands, even if its tile was refused then.
      const id = wish.view?.id ?? made
      if (id !== null) put(id, wish, onDone)
      else
        add.mutate(
          { name: wish.name, spec: wish.spec },
          {
            onSuccess: (saved) => {
              setMade(saved.id)
              put(saved.id, wish, onDone)
            },
          },
        )
    },
    isPending: add.isPending || update.isPending,
    error: (add.error ?? update.error) as TransportError | null,
  }
}

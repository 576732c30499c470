import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { transport } from '#renderer/transport/transport.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { type BoardTile, type SavedView, tileLooks } from '#shared/contract/views.ts'

export const tileLooksOf = tileLooks.view
export type TileLook = (typeof tileLooksOf)[number]

type Wish = { spec: ViewSpec; view: SavedView | null; name: string; look: TileLook }

const WIDTHS = { number: 3, chart: 6, list: 6 } as const

/** Saves the view where it is not saved yet, and puts its tile after the others. Answers with the view's id. */
export function usePin(): UseMutationResult<string, TransportError, Wish> {
  const add = useCommand('views.add')
  const update = useCommand('boards.update')
  const made = useRef<string | null>(null)
  return useMutation({
    mutationFn: async ({ view, name, spec, look }) => {
      // A view that was saved by a first try stands, even if its tile was refused then.
      const viewId = view?.id ?? made.current ?? (await add.mutateAsync({ name, spec })).id
      made.current = viewId
      // Read only now: whoever presses Enter sooner than the board is known has pressed it all the same.
      const { tiles } = await transport.call('boards.get', {})
      const tile: BoardTile = {
        id: `tile-${crypto.randomUUID()}`,
        viewId,
        kind: 'view',
        width: WIDTHS[look],
        look,
        period: 'view',
      }
      await update.mutateAsync({ tiles: [...tiles, tile] })
      return viewId
    },
  })
}

import { useCallback, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import { defaultBoard } from '#shared/lib/default-board.ts'
import { isSameBoard } from './board.ts'

type Tiles = readonly BoardTile[]

/** Where tiles are moved about: nothing is kept before it is said to be done, and each step can be taken back. */
export function useArranging(kept: Tiles | undefined) {
  const tell = useTell()
  const update = useCommand('boards.update')
  const reset = useCommand('boards.reset')
  /** From the board as it was to the one on screen; null: nobody arranges. */
  const [steps, setSteps] = useState<readonly Tiles[] | null>(null)
  const draft = steps?.at(-1) ?? null

  const change = useCallback((make: (tiles: Tiles) => Tiles): void => {
    setSteps((all) => {
      const last = all?.at(-1)
      if (!all || !last) return all
      const next = make(last)
      return next === last || isSameBoard(next, last) ? all : [...all, next]
    })
  }, [])

  const save = (tiles: Tiles): void => {
    const done = { onSuccess: () => setSteps(null), onError: tell.failed }
    if (isSameBoard(tiles, defaultBoard)) reset.mutate({}, done)
    else update.mutate({ tiles: [...tiles] }, done)
  }

  return {
    isArranging: steps !== null,
    tiles: draft ?? kept ?? [],
    canUndo: (steps?.length ?? 0) > 1,
    isSaving: update.isPending || reset.isPending,
    change,
    start: (): void => setSteps([kept ?? []]),
    undo: useCallback((): void => {
      setSteps((all) => (all && all.length > 1 ? all.slice(0, -1) : all))
    }, []),
    cancel: (): void => setSteps(null),
    done: (): void => {
      if (draft === null || (kept && isSameBoard(draft, kept))) setSteps(null)
      else save(draft)
    },
    /** For a single change outside of arranging. */
    save,
  }
}

export type Arranging = ReturnType<typeof useArranging>

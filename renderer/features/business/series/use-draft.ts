import { useCallback } from 'react'
import { create } from 'zustand'
import type { Edits } from './value-grid.ts'

/** Values that were typed and not kept, and parts that were added and have none yet. */
type Draft = { edits: Edits; parts: readonly string[] }

const NOTHING: Draft = { edits: new Map(), parts: [] }

/** By series: what was typed is there again when one comes back from another page. */
const useDrafts = create<{ drafts: Readonly<Record<string, Draft>> }>(() => ({ drafts: {} }))

export function useDraft(seriesId: string): readonly [Draft, (patch: Partial<Draft>) => void] {
  const draft = useDrafts(({ drafts }) => drafts[seriesId] ?? NOTHING)
  const change = useCallback(
    (patch: Partial<Draft>) =>
      useDrafts.setState(({ drafts }) => ({
        drafts: { ...drafts, [seriesId]: { ...(drafts[seriesId] ?? NOTHING), ...patch } },
      })),
    [seriesId],
  )
  return [draft, change]
}

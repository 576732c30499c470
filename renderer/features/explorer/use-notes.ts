import { useMemo } from 'react'
import type { BinNote } from '#renderer/app/costs/chart/chart-words.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { DayRange } from '#shared/lib/period.ts'

export type NoteView = CallOutput<'annotations.list'>['items'][number]

/** Notes of the days, in their order; a number ties each to its mark over the chart. */
export function useNotes(range: DayRange): readonly NoteView[] {
  const { data } = useCall('annotations.list', { from: range.from, to: range.to })
  return useMemo(
    () => [...(data?.items ?? [])].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    [data],
  )
}

/** Where each note stands along the axis: in the bin in which it begins, or the first, where it began before. */
export function binNotes(notes: readonly NoteView[], bins: readonly BinView[]): BinNote[] {
  return notes.flatMap(({ from, to, text }, at) => {
    const bin = bins.findIndex((each) => each.to >= from && each.from <= to)
    return bin < 0 ? [] : [{ bin, number: at + 1, text }]
  })
}

import { create } from 'zustand'
import { readLocal, writeLocal } from '#renderer/state/local-storage.ts'
import { type ColumnId, columnIds, defaultColumns } from './columns.ts'
import { type ListView, listViews } from './url.ts'

type Look = {
  view: ListView
  columns: readonly ColumnId[]
  /** Sections that the person opened or closed by hand, by connection. */
  folded: Readonly<Record<string, boolean>>
}

const KEYS = { view: 'resources.view', columns: 'resources.columns', folded: 'resources.folded' } as const

function readColumns(): readonly ColumnId[] {
  const stored = readLocal(KEYS.columns)?.split(',')
  return stored ? columnIds.filter((id) => stored.includes(id)) : defaultColumns
}

function readFolded(): Record<string, boolean> {
  return Object.fromEntries(
    (readLocal(KEYS.folded) ?? '')
      .split(',')
      .filter((entry) => /^[+-]./.test(entry))
      .map((entry) => [entry.slice(1), entry.startsWith('-')]),
  )
}

/** How this person likes the list to look. It stays with the computer and says nothing about the data. */
export const useLook = create<Look>()(() => ({
  view: listViews.find((view) => view === readLocal(KEYS.view)) ?? 'sections',
  columns: readColumns(),
  folded: readFolded(),
}))

export function setView(view: ListView): void {
  writeLocal(KEYS.view, view)
  useLook.setState({ view })
}

export function setColumns(columns: readonly ColumnId[]): void {
  writeLocal(KEYS.columns, columns.join(','))
  useLook.setState({ columns })
}

export function setFolded(connectionIds: readonly string[], isFolded: boolean): void {
  const folded = { ...useLook.getState().folded }
  for (const id of connectionIds) folded[id] = isFolded
  const text = Object.entries(folded).map(([id, isClosed]) => `${isClosed ? '-' : '+'}${id}`)
  writeLocal(KEYS.folded, text.join(','))
  useLook.setState({ folded })
}

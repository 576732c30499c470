export type Selection = ReadonlySet<number>

export const nothingSelected: Selection = new Set()

export function withIds(selection: Selection, ids: readonly number[], isSelected: boolean): Selection {
  const next = new Set(selection)
  for (const id of ids) {
    if (isSelected) next.add(id)
    else next.delete(id)
  }
  return next
}

/** Of the box in the head: nothing, something, or as many as the filter keeps. */
export const headState = (selection: Selection, total: number): boolean | 'mixed' =>
  selection.size === 0 ? false : selection.size < total ? 'mixed' : true

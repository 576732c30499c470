import type { FocusLine } from '#main/core/focus/focus-line.ts'

type Detail = FocusLine['detail']
const NONE: readonly (string | null)[] = []

/** Columns that FOCUS does not know, as lines show them. */
export function createCustoms() {
  const names = new Set<string>()
  // Lines share their details: most show nothing new.
  let last: object | null = null
  return {
    names: names as ReadonlySet<string>,
    /** True when the line shows a column that none before it had. */
    note(detail: Detail): boolean {
      const extra = detail?.extra ?? null
      if (extra === null || extra === last) return false
      last = extra
      const before = names.size
      for (const name of Object.keys(extra)) names.add(name)
      return names.size > before
    },
    valuesOf: (detail: Detail, wanted: readonly string[]): readonly (string | null)[] =>
      wanted.length === 0 ? NONE : wanted.map((name) => detail?.extra?.[name] ?? null),
  }
}

/** A column with few different values: each row has the number of its value, 0 where it has none. */
export type TextColumn = { readonly codes: Uint32Array; readonly values: readonly string[] }

/** Gives values their numbers in the order in which they come. */
export function createNumbering(known: readonly string[] = ['']) {
  const values = [...known]
  const codes = new Map(values.map((value, code) => [value, code]))
  return {
    values,
    codeOf(value: string | null): number {
      if (value === null || value === '') return 0
      const code = codes.get(value)
      if (code !== undefined) return code
      codes.set(value, values.length)
      return values.push(value) - 1
    },
  }
}

/** The same column with other values in some rows. */
export function withValues(
  { codes, values }: TextColumn,
  changes: Iterable<readonly [row: number, value: string]>,
): TextColumn {
  const changed = codes.slice()
  const numbering = createNumbering(values)
  for (const [row, value] of changes) changed[row] = numbering.codeOf(value)
  return { codes: changed, values: numbering.values }
}

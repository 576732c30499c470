/**
 * FOCUS as CSV: UTF-8 without a mark, commas, CRLF, a null as nothing between two commas. The file is for programs and
 * goes back into ledgers: a text that a spreadsheet would take for a formula is written as it is, for any guard would
 * change it. Lists for people (core/export) have the guard.
 */
const SPECIAL = /[",\r\n]|^\s|\s$/

const cell = (value: string | null): string => {
  if (value === null) return ''
  return SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

export function csvLine(values: readonly (string | null)[]): string {
  let line = ''
  for (const value of values) line += `,${cell(value)}`
  return `${line.slice(1)}\r\n`
}

/** With a point always: a program that tells types by values would take a column of whole numbers for no decimals. */
export const csvDecimal = (value: string | null): string | null =>
  value === null || value.includes('.') ? value : `${value}.0`

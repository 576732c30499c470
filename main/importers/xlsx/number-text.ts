/**
 * A number as it stands in a sheet's XML, as decimal text. Excel keeps doubles and writes seventeen digits, so that what
 * a person typed as 1234.56 may stand there as 1234.5599999999999: sixteen or seventeen digits are read as the double
 * that they stand for, in its shortest form, which is what Excel shows. More digits than that no double has: some
 * program wrote them, and they are kept one by one.
 */
export function numberText(text: string): string {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length
  if (digits < 16 || digits > 17) return text
  const value = Number(text)
  return Number.isFinite(value) ? String(value) : text
}

/** Whether a format shows a number as a date: letters of dates outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    )
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[[^\]]*\]/g, '')
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare) && !/[#0?]/.test(bare.replace(/[sS]\.0+/g, ''))
}

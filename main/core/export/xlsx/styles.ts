/** How a cell looks: Excel's own number format, and how it stands. */
export type CellLook = {
  format?: string
  isBold?: boolean
  isHead?: boolean
  isWrapped?: boolean
  isSoft?: boolean
  isTotal?: boolean
  align?: 'right'
  /** Steps to the right. */
  indent?: number
}

const FIRST_OWN_FORMAT = 164

/** Looks as they are asked for; the sheet of styles is written when all are known. */
export function createStyles() {
  const formats = new Map<string, number>()
  const looks = new Map<string, { id: number; look: CellLook }>()
  const formatId = (code: string | undefined): number => {
    if (code === undefined) return 0
    const known = formats.get(code)
    if (known !== undefined) return known
    const id = FIRST_OWN_FORMAT + formats.size
    formats.set(code, id)
    return id
  }

  function id(look: CellLook): number {
    const key = JSON.stringify(look)
    const known = looks.get(key)
    if (known) return known.id
    const made = { id: looks.size + 1, look }
    looks.set(key, made)
    formatId(look.format)
    return made.id
  }

  function xml(): string {
    const own = [...formats].map(
      ([code, number]) => `<numFmt numFmtId="${number}" formatCode="${escaped(code)}"/>`,
    )
    const cells = [...looks.values()].map(({ look }) => cellFormat(look, formatId(look.format)))
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '',
      `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>`,
      `<fills count="${FILLS.length}">${FILLS.join('')}</fills>`,
      `<borders count="${BORDERS.length}">${BORDERS.join('')}</borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('')
  }

  return { id, xml }
}
export type Styles = ReturnType<typeof createStyles>

const font = (inside: string): string => `<font>${inside}<sz val="10"/>`
const NAME = '<name val="Arial"/><family val="2"/></font>'
const FONTS = [
  `${font('')}${NAME}`,
  `${font('<b/>')}${NAME}`,
  `<font><b/><sz val="14"/>${NAME}`,
  `<font><sz val="9"/><color rgb="FF5B6473"/>${NAME}`,
]
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F8"/><bgColor indexed="64"/></patternFill></fill>',
]
const line = (name: string, style: string): string =>
  `<${name} style="${style}"><color rgb="FF9AA5B5"/></${name}>`
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/>${line('bottom', 'thin')}<diagonal/></border>`,
  `<border><left/><right/>${line('top', 'thin')}<bottom/><diagonal/></border>`,
]

function cellFormat(look: CellLook, format: number): string {
  const { isBold, isHead, isWrapped, isSoft, isTotal, align, indent } = look
  const fontId = isSoft ? 3 : isHead || isBold || isTotal ? 1 : 0
  const [fillId, borderId] = [isHead ? 2 : 0, isHead ? 1 : isTotal ? 2 : 0]
  const alignment = [
    align ? ` horizontal="${align}"` : indent ? ` horizontal="left" indent="${indent}"` : '',
    isHead || isWrapped ? ' vertical="top" wrapText="1"' : '',
  ].join('')
  const applied = `${format > 0 ? ' applyNumberFormat="1"' : ''}${fontId > 0 ? ' applyFont="1"' : ''}${fillId > 0 ? ' applyFill="1"' : ''}${borderId > 0 ? ' applyBorder="1"' : ''}`
  const head = `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applied}`
  return alignment === '' ? `${head}/>` : `${head} applyAlignment="1"><alignment${alignment}/></xf>`
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML has no way to write is left out. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const SPECIAL = /[&<>"\ufffe\uffff]|[^\P{Cc}\t\n\r]/u

export const escaped = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replace(FORBIDDEN, '')
        .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
        .toWellFormed()
    : text.toWellFormed()

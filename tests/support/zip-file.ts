import { crc32, deflateRawSync } from 'node:zlib'

type Entry = {
  name: string
  content: string | Uint8Array /** What the list of contents says; the truth unless given. */
  saidSize?: number
}

/** A zip archive, so that a test can say of it what it likes. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, saidSize } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes, { level: 9 })
    const nameBytes = Buffer.from(name)
    const said = Buffer.alloc(26)
    said.writeUInt16LE(20, 0)
    said.writeUInt16LE(8, 4)
    said.writeUInt32LE(crc32(bytes), 10)
    said.writeUInt32LE(packed.length, 14)
    said.writeUInt32LE(saidSize ?? bytes.length, 18)
    said.writeUInt16LE(nameBytes.length, 22)
    parts.push(Buffer.from('PK\u0003\u0004'), said, nameBytes, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), said, place, nameBytes)
    at += 4 + said.length + nameBytes.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A workbook of the given sheets' XML (what stands inside `worksheet`), with dates in style 1 and roubles in style 2. */
export const workbookOf = (
  sheets: readonly { name: string; xml: string; state?: string }[],
  strings: readonly string[] = [],
  extra: readonly Entry[] = [],
): Buffer =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns:r="r"><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships>${sheets
        .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${XML}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;₽&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${XML}<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map(({ xml }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${XML}<worksheet>${xml}</worksheet>`,
    })),
    ...extra,
  ])

type Cell = string | number | { date: number } | { raw: string } | null

/** Rows of a sheet as XML; `raw` is put in as the number's text. */
export function sheetXml(rows: readonly (readonly Cell[])[], after = ''): string {
  const letter = (i: number): string => String.fromCharCode(65 + i)
  const cell = (value: Cell, place: string): string => {
    if (value === null) return ''
    if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
    if (typeof value === 'number') return `<c r="${place}" s="2"><v>${value}</v></c>`
    return 'date' in value
      ? `<c r="${place}" s="1"><v>${value.date}</v></c>`
      : `<c r="${place}"><v>${value.raw}</v></c>`
  }
  return `<sheetData>${rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((value, c) => cell(value, `${letter(c)}${r + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>${after}`
}

import { escaped } from './styles.ts'

type BookFacts = { title: string; author: string; atMs: number }

/** What is known of a sheet when its rows are written. */
export type WrittenSheet = { name: string; headRow: number | null; filter: string | null }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Names that Excel takes: 31 letters, none of its own marks, each once whatever the case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .replace(/\s+/g, ' ')
        .trim() || '—'
    for (let turn = 1; ; turn += 1) {
      const end = turn === 1 ? '' : ` (${turn})`
      const made = `${clean.slice(0, 31 - end.length).trimEnd()}${end}`
      if (taken.has(made.toLowerCase())) continue
      taken.add(made.toLowerCase())
      return made
    }
  })
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

/** The parts of a workbook besides its sheets. */
export function bookParts(
  sheets: readonly WrittenSheet[],
  facts: BookFacts,
  styles: string,
): [string, string][] {
  const names = sheets.flatMap(({ name, headRow, filter }, i) => [
    ...(filter === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escaped(`${quoted(name)}!${absolute(filter)}`)}</definedName>`,
        ]),
    ...(headRow === null
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`${quoted(name)}!$${headRow}:$${headRow}`)}</definedName>`,
        ]),
  ])
  const iso = new Date(facts.atMs).toISOString().slice(0, 19)
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  return [
    ['xl/styles.xml', styles],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
        .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join(
          '',
        )}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}<calcPr calcId="191029"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map((_, i) => link(`rId${i + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`))
        .join('')}${link(`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml')}</Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(facts.title)}</dc:title><dc:creator>${escaped(facts.author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${iso}Z</dcterms:created></cp:coreProperties>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${link('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')}${link('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${sheets
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`,
        )
        .join(
          '',
        )}<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
  ]
}

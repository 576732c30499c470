import type { BookCell, BookSheet } from '#main/core/export/xlsx/sheet.ts'
import type { Styles } from '#main/core/export/xlsx/styles.ts'
import type { DocBlock, ReportDocument } from '#main/core/report/document.ts'
import { bookCell } from './cell-look.ts'
import { footerLines, sheetWords } from './sheet-words.ts'

type Cover = Pick<BookSheet, 'widths' | 'headRow' | 'rows' | 'filter'>
type Row = readonly BookCell[]

/** What a report says besides its tables, and where it comes from. */
export function coverSheet(document: ReportDocument, checksum: string, styles: Styles): Cover {
  const words = sheetWords[document.language]
  const bold = styles.id({ isBold: true })
  const soft = styles.id({ isSoft: true, isWrapped: true })
  const wrapped = styles.id({ isWrapped: true })
  const plain = (text: string, look: number): Row => [{ text, look }]
  const head: Row[] = [
    plain(document.title, bold),
    plain([document.organisation, document.periodName].filter((part) => part !== '').join(' · '), soft),
    [],
  ]
  const foot: Row[] = [
    [],
    ...footerLines(document).map((line) => plain(line, soft)),
    plain(`${words.checksum}: ${checksum}`, soft),
  ]
  const rows = [...head, ...document.blocks.flatMap((block) => rowsOf(block)), ...foot]

  function rowsOf(block: DocBlock): Row[] {
    switch (block.kind) {
      case 'title':
        return [plain(block.title, bold), ...(block.subtitle ? [plain(block.subtitle, soft)] : []), []]
      case 'text':
        return [
          ...(block.title ? [plain(block.title, bold)] : []),
          ...block.paragraphs.map((paragraph) => plain(paragraph, wrapped)),
          [],
        ]
      case 'figures': {
        const headLook = styles.id({ isHead: true })
        const names = [words.figure, words.value, words.note]
        return [
          names.map((text) => ({ text, look: headLook })),
          ...block.figures.map(
            ({ label, value, kind, unit, note }): Row => [
              { text: label, look: 0 },
              bookCell(value, kind, unit, {}, styles),
              note === null ? null : { text: note, look: soft },
            ],
          ),
          [],
        ]
      }
      case 'sumInWords':
        return [
          [
            { text: block.title, look: bold },
            bookCell(block.amount, 'money', block.currency, { isBold: true }, styles),
          ],
          plain(block.words, wrapped),
          [],
        ]
      case 'signatures':
        return [
          ...block.people.map(
            ({ role, name }): Row => [
              { text: role, look: 0 },
              { text: '____________________', look: 0 },
              { text: name, look: 0 },
            ],
          ),
          [],
        ]
      default:
        return []
    }
  }

  return {
    widths: [62, 24, 48],
    headRow: null,
    filter: () => null,
    rows: (async function* () {
      yield rows
    })(),
  }
}

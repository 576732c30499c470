import { open } from 'node:fs/promises'
import type { ActDocument } from '#main/core/acts/document.ts'
import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { kindOf } from '../detect/kind.ts'
import { readWhole } from '../read-whole.ts'
import { sheetScanner } from '../xlsx/sheet.ts'
import { openWorkbook } from '../xlsx/workbook.ts'
import { decodeXml } from './decode.ts'
import { readXmlAct } from './read-xml.ts'
import { readSheetAct } from './sheet-act.ts'

/** No act of a month's services comes near it. */
export const MOST_BYTES = 8 * 1024 * 1024
const MOST_ROWS = 20_000

export type ReadDocument = { document: ActDocument; kind: 'xml' | 'xlsx'; bytes: Uint8Array }

/** What a file of a supplier says, by what is in it. */
export async function readDocument({ path, name }: GivenFile): Promise<ReadDocument> {
  const bytes = await readWhole({ path, name }, MOST_BYTES)
  const kind = kindOf(bytes)
  if (kind === 'empty') throw new AppError('import.empty', { name })
  if (kind === 'zip') {
    const document = await readWorkbook(path, name)
    if (!document) throw new AppError('act.notAnAct', { name })
    return { document, kind: 'xlsx', bytes }
  }
  if (kind !== 'text') throw new AppError('act.notAnAct', { name })
  const text = decodeXml(bytes)
  if (text === null) throw new AppError('act.notReadable', { name })
  if (!/^\ufeff?\s*</.test(text)) throw new AppError('act.notAnAct', { name })
  return { document: readXmlAct(text, name), kind: 'xml', bytes }
}

/** The first sheet that holds an act. */
async function readWorkbook(path: string, name: string): Promise<ActDocument | null> {
  const file = await open(path)
  try {
    const workbook = await openWorkbook(file, name)
    for (const sheet of workbook.sheets) {
      const rows: string[][] = []
      const scanner = sheetScanner(workbook, (cells) => {
        rows.push(Array.from(cells, (cell) => cell ?? ''))
      })
      for await (const piece of workbook.open(sheet.entry)) {
        scanner.push(piece)
        if (rows.length > MOST_ROWS) break
      }
      const document = readSheetAct(rows)
      if (document) return document
    }
    return null
  } catch (error) {
    // Whatever else it is, a workbook that cannot be read is one sentence to the person.
    throw error instanceof AppError && error.code !== 'import.badZip' && error.code !== 'import.wrongKind'
      ? error
      : new AppError('act.notReadable', { name })
  } finally {
    await file.close()
  }
}

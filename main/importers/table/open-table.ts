import type { ImportAnswers } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { kindOf } from '../detect/kind.ts'
import { openParquet } from '../parquet/parquet-table.ts'
import { openXlsx } from '../xlsx/xlsx-table.ts'
import { openCsv } from './csv-table.ts'
import { firstBytes, headOf } from './file-bytes.ts'
import type { GivenPart, Table } from './table.ts'

const LOOK_BYTES = 8192

/** What a file is, by what is in it: a wrong ending keeps nobody from reading it. */
export async function openTable(part: GivenPart, answers: ImportAnswers): Promise<Table> {
  const { name } = part
  const kind = kindOf(headOf(part, LOOK_BYTES))
  switch (kind) {
    case 'empty':
      throw new AppError('import.empty', { name })
    case 'parquet':
      return openParquet(part)
    case 'zip':
      return openXlsx(part)
    case 'gzip': {
      const { bytes } = await firstBytes(part, true, LOOK_BYTES)
      const inside = kindOf(bytes)
      if (inside === 'empty') throw new AppError('import.empty', { name })
      if (inside !== 'text') throw new AppError('import.wrongKind', { name, kind: `gzip, ${inside}` })
      return openCsv(part, true, answers)
    }
    case 'text': {
      const markup = markupOf(headOf(part, LOOK_BYTES))
      if (markup) throw new AppError('import.wrongKind', { name, kind: markup })
      return openCsv(part, false, answers)
    }
    case 'xls':
    case 'pdf':
    case 'binary':
      throw new AppError('import.wrongKind', { name, kind })
  }
}

/** Pages saved as `.xls` and answers of programs are text, and no tables. */
function markupOf(head: Uint8Array): string | null {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^<(!doctype html|html|head|body|table|meta)/i.test(text)) return 'html'
  if (/^<\?xml|^<[A-Za-z]+[\s>]/.test(text)) return 'xml'
  return /^\{\s*["}]/.test(text) || /^\[\s*[[{]/.test(text) ? 'json' : null
}

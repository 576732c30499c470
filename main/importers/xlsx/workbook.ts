import type { FileHandle } from 'node:fs/promises'
import { AppError } from '#shared/errors/app-error.ts'
import { isDateFormat } from './number-text.ts'
import { attributeOf, unescapeXml, XmlScanner } from './xml.ts'
import { openZip, type ZipEntry } from './zip.ts'

export type Workbook = {
  sheets: readonly { name: string; entry: ZipEntry }[]
  strings: readonly string[]
  /** By the number of a cell's style. */
  isDate: readonly boolean[]
  is1904: boolean
  /** The sheet's XML as text, piece by piece. */
  open(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncIterable<string>
}

const MAIN = 'xl/workbook.xml'

export async function openWorkbook(file: FileHandle, name: string): Promise<Workbook> {
  const zip = await openZip(file, name)
  const workbookEntry = zip.entries.get(MAIN) ?? zip.entries.get(await mainPart())
  if (!workbookEntry) throw new AppError('import.wrongKind', { name, kind: kindOf([...zip.entries.keys()]) })
  const folder = workbookEntry.name.slice(0, workbookEntry.name.lastIndexOf('/') + 1)

  async function* open(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8')
    for await (const chunk of zip.open(entry, onPacked)) yield decoder.decode(chunk, { stream: true })
  }

  async function scan(entry: ZipEntry | undefined, scanner: XmlScanner): Promise<void> {
    if (!entry) return
    try {
      for await (const piece of open(entry)) scanner.push(piece)
    } catch (error) {
      if (error instanceof AppError) throw error
      throw new AppError('import.badZip', { name, why: 'xml' })
    }
  }

  /** Where a program put the workbook that does not put it where Excel does. */
  async function mainPart(): Promise<string> {
    let target = ''
    const scanner = new XmlScanner({
      open(_tag, attributes) {
        if (/\/officeDocument"/.test(attributes)) target = attributeOf(attributes, 'Target') ?? ''
      },
      close() {},
      text() {},
    })
    await scan(zip.entries.get('_rels/.rels'), scanner)
    return target.replace(/^\//, '')
  }

  const targets = new Map<string, string>()
  await scan(
    zip.entries.get(`${folder}_rels/${workbookEntry.name.slice(folder.length)}.rels`),
    new XmlScanner({
      open(tag, attributes) {
        if (tag !== 'Relationship') return
        const target = attributeOf(attributes, 'Target') ?? ''
        targets.set(
          attributeOf(attributes, 'Id') ?? '',
          target.startsWith('/') ? target.slice(1) : folder + target,
        )
      },
      close() {},
      text() {},
    }),
  )

  const sheets: { name: string; entry: ZipEntry }[] = []
  let is1904 = false
  await scan(
    workbookEntry,
    new XmlScanner({
      open(tag, attributes) {
        if (tag === 'workbookPr') is1904 = /date1904\s*=\s*["'](1|true)/.test(attributes)
        if (tag !== 'sheet' || /state\s*=\s*["'](hidden|veryHidden)/.test(attributes)) return
        const entry = zip.entries.get(targets.get(attributeOf(attributes, 'id') ?? '') ?? '')
        if (entry) sheets.push({ name: attributeOf(attributes, 'name') ?? '', entry })
      },
      close() {},
      text() {},
    }),
  )
  if (sheets.length === 0) throw new AppError('import.badZip', { name, why: 'noSheets' })

  const strings: string[] = []
  await scan(zip.entries.get(`${folder}sharedStrings.xml`), stringScanner(strings))
  const isDate: boolean[] = []
  await scan(zip.entries.get(`${folder}styles.xml`), styleScanner(isDate))
  return { sheets, strings, isDate, is1904, open }
}

/** What other kinds of file are zip archives too. */
function kindOf(names: readonly string[]): string {
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('xl/workbook.bin')) return 'xlsb'
  if (names.includes('content.xml')) return 'ods'
  return 'zip'
}

function stringScanner(strings: string[]): XmlScanner {
  let text = ''
  let isIn = false
  let isPhonetic = false
  return new XmlScanner({
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 't') isIn = !isPhonetic
      else if (tag === 'rPh') isPhonetic = true
    },
    close(tag) {
      if (tag === 'si') strings.push(text)
      else if (tag === 't') isIn = false
      else if (tag === 'rPh') isPhonetic = false
    },
    text(piece) {
      if (isIn) text += unescapeXml(piece)
    },
  })
}

function styleScanner(isDate: boolean[]): XmlScanner {
  const codes = new Map<number, string>()
  let isIn = false
  return new XmlScanner({
    open(tag, attributes) {
      if (tag === 'numFmt')
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      else if (tag === 'cellXfs') isIn = true
      else if (tag === 'xf' && isIn) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        isDate.push(isDateFormat(id, codes.get(id)))
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isIn = false
    },
    text() {},
  })
}

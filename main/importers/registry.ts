import type {
  ImportAnswers,
  ImportSource,
  MappingSpec,
  Question,
  ReadingView,
} from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { awsCur } from './aws-cur/aws-cur.ts'
import { azure } from './azure/azure.ts'
import { checkNested, feedFocus, focusLook, focusQuestions, isQuickFocus } from './focus/focus-table.ts'
import { readFocusHeader } from './focus/header.ts'
import { readFocusCsv } from './focus/read-csv.ts'
import { gcp } from './gcp/gcp.ts'
import type { Recognise } from './importer.ts'
import { dataFiles } from './manifest/data-files.ts'
import { mappedPlan } from './mapped/mapped.ts'
import { proposeMapping } from './mapped/propose.ts'
import type { ReadTask } from './protocol.ts'
import { selectelServices, selectelWriteOffs } from './selectel/selectel.ts'
import { beget, timeweb } from './statements/statements.ts'
import { toTexts } from './table/cells.ts'
import { answeredWriting, decideWriting } from './table/decide-writing.ts'
import { feed } from './table/feed.ts'
import { Header, headerOf } from './table/header.ts'
import { openTable } from './table/open-table.ts'
import type { Plan, TableSource } from './table/source.ts'
import type { GivenPart, Table } from './table/table.ts'
import { vk } from './vk/vk.ts'
import { yandex } from './yandex/yandex.ts'

/** The surest first: each looks for columns that only its provider has. */
const sources: readonly TableSource[] = [
  awsCur,
  yandex,
  azure,
  gcp,
  selectelServices,
  selectelWriteOffs,
  timeweb,
  beget,
  vk,
]

const SAMPLE_SHOWN = 20

type Opened = { parts: GivenPart[]; tables: Map<number, Table>; first: GivenPart; table: Table }

/** Which importer a delivery is for, and what a person has to say about it first. */
export const recognise: Recognise = async (task) => {
  const { parts, hasManifest } = dataFiles(task.files)
  const opened = await openFirst(parts, task.answers)
  const base = viewOf(opened.table, task.answers, hasManifest)
  const header = opened.table.header
  const { answers } = task
  const isFree = answers.source === undefined || answers.source === 'mapped'
  const kept = isFree ? task.mappings.find((mapping) => sameHeader(mapping.header, header)) : undefined
  // What a person has said of this very header goes before what we make of it.
  const spec = answers.mapping ?? kept?.spec
  if (spec) {
    const mappingId = answers.mapping ? null : (kept?.id ?? null)
    return mappedDelivery(opened, { ...base, mappingId }, spec, answers)
  }
  const focus = readFocusHeader(header)
  if (focus && (answers.source ?? 'focus') === 'focus') return focusDelivery(task, opened, base)
  const known = sourceOf(opened, answers)
  return known ? knownDelivery(opened, base, known, answers) : askForMapping(opened, base)
}

/** The first file that has rows: a delivery in parts may have an empty one. */
async function openFirst(parts: readonly GivenPart[], answers: ImportAnswers): Promise<Opened> {
  let empty: AppError | null = null
  for (const part of parts) {
    try {
      const table = await openTable(part, answers)
      return { parts: [...parts], tables: new Map([[part.index, table]]), first: part, table }
    } catch (error) {
      if (!isEmpty(error) || parts.length === 1) throw error
      empty ??= error
    }
  }
  throw empty ?? new AppError('import.noFile')
}

const isEmpty = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code === 'import.headerOnly' || error.code === 'import.empty')

function viewOf(table: Table, answers: ImportAnswers, hasManifest: boolean): ReadingView {
  const { format, compression, encoding, separator, sheet, header } = table
  return {
    ...{ format, compression, encoding, separator, sheet },
    header: [...header],
    decimal: null,
    dateOrder: null,
    version: null,
    hasManifest,
    unknownColumns: [],
    questions: [],
    answers,
    mappingId: null,
  }
}

function sourceOf({ table, first }: Opened, answers: ImportAnswers): TableSource | null {
  const header = new Header(table.header)
  if (answers.source === 'mapped') return null
  const chosen = sources.find(({ source }) => source === answers.source)
  if (!chosen) return sources.find((source) => source.recognises(header, table.sample, first.name)) ?? null
  const { needed } = chosen.plan(header, answers, table.sample)
  return needed.every((index) => index >= 0) ? chosen : null
}

/** Mappings are kept with the header that they were made for, as JSON. */
function sameHeader(kept: string, header: readonly string[]): boolean {
  try {
    const names: unknown = JSON.parse(kept)
    return Array.isArray(names) && headerOf(names.map(String)) === headerOf(header)
  } catch {
    return false
  }
}

const askForMapping = ({ table, first }: Opened, base: ReadingView): Awaited<ReturnType<Recognise>> =>
  asking({ ...base, questions: ['mapping'] }, table, first.name)

const asking = (reading: ReadingView, table: Table, fileName: string): Awaited<ReturnType<Recognise>> => ({
  kind: 'asking',
  reading,
  // Rows of the file stand beside every question: whoever answers has to see what it is about.
  sample: {
    header: [...table.header],
    rows: table.sample.slice(0, SAMPLE_SHOWN).map(toTexts),
    proposal: proposeMapping(new Header(table.header), table.sample, fileName),
  },
})

const knownDelivery = (
  opened: Opened,
  base: ReadingView,
  { source, plan }: TableSource,
  answers: ImportAnswers,
) => tableDelivery(opened, base, source, (table, header) => plan(header, answers, table.sample), answers)

const mappedDelivery = (opened: Opened, base: ReadingView, spec: MappingSpec, answers: ImportAnswers) =>
  tableDelivery(opened, base, 'mapped', (_table, header, part) => mappedPlan(header, spec, part.name), {
    ...answers,
    mapping: spec,
  })

async function tableDelivery(
  opened: Opened,
  base: ReadingView,
  source: ImportSource,
  planOf: (table: Table, header: Header, part: GivenPart) => Plan,
  answers: ImportAnswers,
): ReturnType<Recognise> {
  const { table, first } = opened
  const plan = planOf(table, new Header(table.header), first)
  checkPlain(plan, table, first.name)
  const { writing, questions } = await decideWriting([table], plan, answeredWriting(answers))
  const asked: Question[] = [...plan.questions, ...questions]
  const reading: ReadingView = {
    ...base,
    decimal: writing.decimal,
    dateOrder: writing.dateOrder,
    unknownColumns: plan.unknown.map((index) => table.header[index] ?? ''),
    questions: asked,
  }
  if (asked.length > 0) return asking(reading, table, opened.first.name)
  return {
    kind: 'understood',
    source,
    reading,
    async read(sink, control) {
      await eachPart(opened, answers, async (part, own, bytesBefore) => {
        const ownPlan = own === table ? plan : planFor(own, part, planOf)
        await feed(part, own, ownPlan, writing, sink, control, bytesBefore)
      })
    },
  }
}

/** A part whose columns are others is another table, unless it has what the reading needs. */
function planFor(
  table: Table,
  part: GivenPart,
  planOf: (table: Table, header: Header, part: GivenPart) => Plan,
): Plan {
  const plan = planOf(table, new Header(table.header), part)
  if (plan.needed.some((index) => index < 0)) throw new AppError('import.twoHeaders', { name: part.name })
  checkPlain(plan, table, part.name)
  return plan
}

function checkPlain(plan: Plan, table: Table, name: string): void {
  const column = plan.needed.map((index) => table.header[index] ?? '').find((own) => table.nested.has(own))
  if (column !== undefined) throw new AppError('import.nested', { name, column })
}

async function focusDelivery(
  { answers }: ReadTask,
  opened: Opened,
  base: ReadingView,
): ReturnType<Recognise> {
  const { table, first } = opened
  const header = readFocusHeader(table.header)
  if (!header) throw new AppError('import.notKnown', { name: first.name })
  checkNested(header, table, first.name)
  const look = focusLook(header)
  const { writing, questions } = await decideWriting([table], look, answeredWriting(answers))
  const asked = [...focusQuestions(header, answers), ...questions]
  const reading: ReadingView = {
    ...base,
    decimal: writing.decimal,
    dateOrder: writing.dateOrder,
    version: header.version,
    unknownColumns: [...header.unknown],
    questions: asked,
  }
  if (asked.length > 0) return asking(reading, table, opened.first.name)
  return {
    kind: 'understood',
    source: 'focus',
    reading,
    async read(sink, control) {
      await eachPart(opened, answers, async (part, own, bytesBefore) => {
        const ownHeader = readFocusHeader(own.header)
        if (ownHeader && isQuickFocus(ownHeader, own, writing)) {
          const { encoding, separator, compression } = own
          const isGzip = compression === 'gzip'
          const file = { path: part.path, name: part.name, fileIndex: part.index, bytesBefore, isGzip }
          await readFocusCsv(
            { ...file, encoding: encoding ?? 'utf-8', separator: separator ?? ',' },
            answers,
            sink,
            control,
          )
        } else await feedFocus(part, own, answers, writing, sink, control, bytesBefore)
      })
    },
  }
}

async function eachPart(
  { parts, tables }: Opened,
  answers: ImportAnswers,
  work: (part: GivenPart, table: Table, bytesBefore: number) => Promise<void>,
): Promise<void> {
  let bytesBefore = 0
  for (const part of parts) {
    try {
      await work(part, tables.get(part.index) ?? (await openTable(part, answers)), bytesBefore)
    } catch (error) {
      if (!isEmpty(error) || parts.length === 1) throw error
    }
    bytesBefore += part.bytes
  }
}

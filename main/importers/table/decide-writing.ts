import type { DateOrder, ImportAnswers, Question } from '#shared/contract/imports.ts'
import { type Decimal, decimalOf } from '../detect/amount.ts'
import { createOrderJudge } from '../detect/date.ts'
import type { ReadControl } from '../importer.ts'
import type { Cells } from './cells.ts'
import type { Writing } from './row-values.ts'
import type { Plan } from './source.ts'
import type { Table } from './table.ts'

type Told = { decimal: Decimal | null; dateOrder: DateOrder | null }
const MACHINE = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/
/** What one pass over the whole table keeps of odd values; more of the same say nothing new. */
const MAX_KEPT = 50_000

class Enough extends Error {}

/**
 * How numbers and dates of a delivery are written: as answered, else as its values tell. Where the first rows do not
 * decide, all rows are looked through; where they do not either, it is a question.
 */
export async function decideWriting(
  tables: readonly Table[],
  plan: Pick<Plan, 'amounts' | 'dates' | 'decimal'>,
  answered: Told,
): Promise<{ writing: Writing; questions: Question[] }> {
  const [first] = tables
  const isTyped = first !== undefined && first.format !== 'csv'
  const texts = createGatherer(plan, isTyped)
  for (const table of tables) for (const row of table.sample) texts.see(row)

  const isOpen = (): boolean =>
    (answered.decimal === null && plan.decimal === null && texts.decimal() === 'ask') ||
    (answered.dateOrder === null && texts.order() === 'ask')
  if (isOpen() && first?.format === 'csv') {
    for (const table of tables) {
      if (!isOpen()) break
      await lookThrough(table, (row) => {
        texts.see(row)
        return texts.isDecided()
      })
    }
  }

  const decimal = answered.decimal ?? settled(texts.decimal()) ?? plan.decimal
  const dateOrder = answered.dateOrder ?? settled(texts.order())
  const questions: Question[] = []
  if (decimal === null && texts.decimal() === 'ask') questions.push('decimal')
  if (dateOrder === null && texts.order() === 'ask') questions.push('dateOrder')
  return { writing: { decimal: decimal ?? '.', dateOrder, isTyped }, questions }
}

const settled = <T extends string>(verdict: T | 'ask' | null): T | null =>
  verdict === 'ask' || verdict === null ? null : verdict

function createGatherer(plan: Pick<Plan, 'amounts' | 'dates'>, isTyped: boolean) {
  const judge = createOrderJudge()
  const amounts = new Set<string>()
  let decimal: Decimal | 'ask' | null = null
  let isStale = false
  const verdict = (): Decimal | 'ask' | null => {
    if (isStale) decimal = decimalOf(amounts)
    isStale = false
    return decimal
  }
  return {
    see(row: Cells): void {
      for (const index of plan.dates) judge.see(row.cell(index))
      for (const index of plan.amounts) {
        const text = row.cell(index)
        if (amounts.size >= MAX_KEPT || !/[.,]/.test(text) || (isTyped && MACHINE.test(text))) continue
        amounts.add(text)
        isStale = true
      }
    },
    decimal: verdict,
    order: () => judge.verdict(),
    isDecided: () => judge.isDecided(),
  }
}

async function lookThrough(table: Table, see: (row: Cells) => boolean): Promise<void> {
  let rows = 0
  const silent: ReadControl = { bytes: () => {}, breathe: async () => {} }
  try {
    await table.read(
      (row) => {
        rows += 1
        if (see(row) && rows % 1000 === 0) throw new Enough()
      },
      silent,
      0,
    )
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

/** What a person answered, or a mapping says. */
export const answeredWriting = (answers: ImportAnswers): Told => ({
  decimal: answers.decimal ?? answers.mapping?.decimal ?? null,
  dateOrder: answers.dateOrder ?? answers.mapping?.dateOrder ?? null,
})

import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { type ExplorerQuestion, explorerQuestions, otherExplorerCalls } from './explorer-questions.ts'
import type { Duck } from './ledger-duckdb.ts'
import { questions, RESOURCE } from './ledger-questions.ts'
import type { Answered, Ask } from './ledger-scenario.ts'
import { sample, spreadOf } from './measure.ts'

const WARM = 3
const SAMPLES = 20

/**
 * The nine questions as the page asks them, one after another and not each many times in a row: the explorer keeps its
 * last answers, and those would be measured.
 */
export async function explorerAnswers(
  ask: Ask,
  duck: Duck,
  accountOf: ReadonlyMap<string, string>,
): Promise<Answered[]> {
  const connection = [...accountOf].find(([, ref]) => ref === 'account-2')?.[0] ?? ''
  const asked = explorerQuestions(`${connection}/${RESOURCE}`).map((question) => ({
    question,
    sql: questions.find(({ name }) => name === question.of)?.sql ?? (() => ''),
    own: () => ask(question.call, question.input as never) as Promise<unknown>,
    times: { ledger: [] as number[], duck: [] as number[] },
  }))
  const isEqual: (boolean | null)[] = []
  for (const { question, sql, own } of asked)
    isEqual.push(isSame(question, await own(), await duck.ask(sql('billed_exact'))))
  for (let round = -WARM; round < SAMPLES; round += 1)
    for (const { sql, own, times } of asked) {
      const [mine, theirs] = [await sample(1, own), await sample(1, () => duck.ask(sql('billed')))]
      if (round < 0) continue
      times.ledger.push(...mine)
      times.duck.push(...theirs)
    }
  return asked.map(({ question, times }, at) => ({
    name: `explorer: ${question.of}`,
    ledger: spreadOf(times.ledger),
    duck: spreadOf(times.duck),
    isEqual: isEqual[at] ?? null,
  }))
}

/** Totals by currency: which rows are shown, and in what order, is told by the ledger's own questions. */
function isSame(
  question: ExplorerQuestion,
  own: unknown,
  theirs: readonly Record<string, unknown>[],
): boolean | null {
  if (question.call === 'explorer.listRows') return null
  if (question.call === 'explorer.countFilter')
    return Number(theirs[0]?.lines) === (own as CallOutput<'explorer.countFilter'>).resources
  const sums = new Map<string, bigint>()
  for (const { currency, amount } of theirs)
    sums.set(String(currency), (sums.get(String(currency)) ?? 0n) + (parseDecimal(String(amount ?? 0)) ?? 0n))
  const { sections } = own as CallOutput<'explorer.getChart'>
  // Of two months the query of the other side tells the largest groups only.
  const mine = sections.map(({ unit, total, groups }) => {
    const shown = groups.reduce((sum, group) => sum + (parseDecimal(group.total) ?? 0n), 0n)
    return [unit, question.of === 'services, month against month' ? formatDecimal(shown) : total.total].join()
  })
  const other = [...sums].map(([currency, sum]) => [currency, formatDecimal(sum)].join())
  return mine.sort().join('\n') === other.sort().join('\n')
}

/** Each time of some other days, so that nothing but the ledger's own columns is there already. */
export async function otherExplorerAnswers(ask: Ask): Promise<Answered[]> {
  const found: Answered[] = []
  for (const { name, call, input } of otherExplorerCalls) {
    let turn = 0
    const work = () => ask(call, moved(input as CallInput<typeof call>, turn++) as never)
    const first = spreadOf(await sample(1, work))
    found.push({
      name: `${name} (the first time ${first.p50.toFixed(0)} ms)`,
      ledger: spreadOf(await sample(SAMPLES, work)),
      duck: null,
      isEqual: null,
    })
  }
  return found
}

function moved(input: CallInput<'explorer.getChart'> | object, days: number): object {
  if (!('spec' in input)) return input
  const { period } = input.spec
  if (!period || !('from' in period)) return input
  return {
    ...input,
    spec: { ...input.spec, period: { from: period.from, to: addDays(period.to as Day, -days) } },
  }
}

import { type Day, daysOf } from '#shared/lib/day.ts'
import { nextStep, type SeriesShape } from './series.ts'

/**
 * How many units a bin has. `up / down` is exact: a mean of three days has no end as a decimal. `isKnown`: something is
 * told of the bin; `isWhole`: every day or month of it is.
 */
export type BinUnits = { up: bigint; down: bigint; isKnown: boolean; isWhole: boolean }

type Span = { from: Day; to: Day }
type Parts = ReadonlyMap<string | null, ReadonlyMap<Day, bigint>>

/**
 * The units of a bin, of all the parts that are given. A flow adds up over its days, a stock has their mean; both add up
 * over parts. Before a part's first value there are none of it, if others are told of; after its last it is missing
 * until somebody says zero.
 */
export function unitsByBin({ step, kind }: SeriesShape, parts: Parts): (bin: Span) => BinUnits {
  const begins = new Map([...parts].map(([part, known]) => [part, firstOf(known.keys())]))
  const first = firstOf([...begins.values()].flatMap((day) => day ?? []))

  return (bin) => {
    const steps = stepsOf(step, bin)
    let sum = 0n
    let isKnown = false
    let isWhole = first !== null && steps.every((day) => day >= first)
    for (const [part, known] of parts) {
      const begun = begins.get(part) ?? null
      for (const day of steps) {
        const value = known.get(day)
        if (value !== undefined) {
          sum += value
          isKnown = true
        } else if (begun !== null && begun <= day) isWhole = false
      }
    }
    const isCut = step === 'month' && isMonthCut(bin)
    const down = kind === 'stock' ? BigInt(Math.max(1, steps.length)) : 1n
    return { up: sum, down, isKnown, isWhole: isWhole && isKnown && !isCut }
  }
}

function stepsOf(step: SeriesShape['step'], { from, to }: Span): Day[] {
  if (step === 'day') return daysOf(from, to)
  const months: Day[] = []
  for (let month = `${from.slice(0, 7)}-01` as Day; month <= to; month = nextStep('month', month))
    months.push(month)
  return months
}

/** A month's count cannot be cut along with its costs. */
const isMonthCut = ({ from, to }: Span): boolean =>
  !from.endsWith('-01') || nextStep('month', to) !== nextStep('day', to)

function firstOf(days: Iterable<Day>): Day | null {
  let first: Day | null = null
  for (const day of days) if (first === null || day < first) first = day
  return first
}

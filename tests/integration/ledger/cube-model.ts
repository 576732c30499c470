import type { Outcome } from '#main/core/allocation/outcome.ts'
import type { CubeDimension, CubeQuestion, LedgerCondition } from '#main/ports/ledger.ts'
import type { WorkedColumns } from '#main/queries/ledger/worked-columns.ts'
import { addDays, type Day, day, weekdayOf } from '#shared/lib/day.ts'
import type { Line } from './cube-lines.ts'

const STRETCHES = [day('0000-01-01'), day('2026-01-01'), day('2026-01-20')]

/** Two tags: of the service, which changes twice, and of the region. A third is not there any more. */
function outcomeOf(id: string, stretch: Day, text: string | null): Outcome | null {
  if (id === 'b')
    return text === null
      ? null
      : [
          { part: 'юг', weight: 3n },
          { part: null, weight: 1n },
        ]
  if (id !== 'a' || text === 'Сеть') return null
  if (text === 'Диски') return [{ part: stretch < '2026-01-20' ? 'магазин' : 'склад', weight: 1n }]
  return stretch < '2026-01-01'
    ? [{ part: 'магазин', weight: 1n }]
    : [
        { part: 'магазин', weight: 1n },
        { part: 'склад', weight: 2n },
      ]
}

const columnOf = { a: 'service', b: 'region' } as const

export function workedColumns(): WorkedColumns {
  return {
    version: ({ id }) => (id === 'a' || id === 'b' ? 1 : null),
    stretches: ({ id, to }) =>
      id === 'a' ? STRETCHES.filter((first) => first <= to) : [STRETCHES[0] as Day],
    column({ id, stretch, keys }) {
      const { texts, places } = keys.column(columnOf[id as 'a'] ?? 'zone')
      const all = [null, ...texts].map((text) => outcomeOf(id, stretch, text))
      const outcomes = all.filter((one) => one !== null)
      const placeOf = all.map((one) => (one === null ? 0 : outcomes.indexOf(one) + 1))
      return { outcomes, places: places.map((place) => placeOf[place] ?? 0) }
    },
  }
}

const tagOf = (line: Line, key: string): string | null => line.key.tags?.[key] ?? null

const PROJECTS: Record<string, string> = { 'r-0': '', 'r-1': 'склад' }
const isLinked = ({ connectionId, key }: Line): boolean =>
  connectionId === 'c1' && (key.resourceRef === 'r-0' || key.resourceRef === 'r-1')

function plainKey(line: Line, dimension: CubeDimension): string | null {
  const { key, connectionId } = line
  switch (dimension) {
    case 'connection':
      return connectionId
    case 'resource':
      return key.resourceRef && `${connectionId}/${key.resourceRef}`
    case 'invoice':
      return line.invoice
    case 'project':
      return (
        (isLinked(line) && PROJECTS[key.resourceRef ?? '']) ||
        (key.more?.SubAccountName ?? key.subAccount ?? null)
      )
    case 'owner':
      return isLinked(line) && key.resourceRef === 'r-0' ? 'Анна' : tagOf(line, 'Владелец')
    case 'environment':
      return isLinked(line) ? 'prod' : tagOf(line, 'env')
    case 'businessUnit':
      return null
    default:
      if (dimension.startsWith('tag:')) return tagOf(line, dimension.slice(4))
      return (Reflect.get(key, dimension) as string | null | undefined) ?? null
  }
}

const idOf = (dimension: string): string | null =>
  dimension.startsWith('virtual:') ? dimension.slice('virtual:'.length) : null

function outcomeFor(line: Line, id: string): Outcome {
  const stretch = (id === 'a' && STRETCHES.findLast((first) => first <= line.day)) || (STRETCHES[0] as Day)
  const text = id === 'a' ? line.key.service : id === 'b' ? line.key.region : null
  return outcomeOf(id, stretch, text) ?? [{ part: null, weight: 1n }]
}

/** What a part of a text is sought in besides. */
function namesOf(line: Line, dimension: CubeDimension): (string | null)[] | null {
  const { key } = line
  if (dimension === 'resource')
    return [key.resourceRef, key.resourceName, isLinked(line) ? `server ${key.resourceRef}` : null]
  return dimension === 'subAccount' ? [key.subAccount, key.more?.SubAccountName ?? null] : null
}

function meets(
  line: Line,
  { dimension, op, values }: LedgerCondition,
  part: string | null | undefined,
): boolean {
  const key = part === undefined ? plainKey(line, dimension) : part
  const names = namesOf(line, dimension) ?? [key]
  const some = (of: (text: string, value: string) => boolean): boolean =>
    names.some((text) => text !== null && values.some((value) => of(text.toLowerCase(), value.toLowerCase())))
  switch (op) {
    case 'is':
      return key !== null && values.includes(key)
    case 'isNot':
      return key === null || !values.includes(key)
    case 'contains':
      return some((text, value) => text.includes(value))
    case 'notContains':
      return !some((text, value) => text.includes(value))
    case 'startsWith':
      return some((text, value) => text.startsWith(value))
    case 'empty':
      return key === null
    case 'notEmpty':
      return key !== null
  }
}

function binOf({ step, from, to }: Pick<CubeQuestion, 'step' | 'from' | 'to'>, line: Line): string {
  const on = line.day
  switch (step) {
    case 'total':
      return `${from} ${to} null`
    case 'day':
      return `${on} ${on} null`
    case 'hour':
      return `${on} ${on} ${hourOf(line)}`
    case 'week': {
      const first = addDays(on, 1 - weekdayOf(on))
      return `${first} ${addDays(first, 6)} null`
    }
    case 'year':
      return `${on.slice(0, 4)}-01-01 ${on.slice(0, 4)}-12-31 null`
    case 'quarter':
    case 'month': {
      const width = step === 'month' ? 1 : 3
      const month = Number(on.slice(5, 7)) - 1
      const first = Date.UTC(Number(on.slice(0, 4)), month - (month % width), 1)
      const last = Date.UTC(Number(on.slice(0, 4)), month - (month % width) + width, 0)
      return [first, last]
        .map((ms) => new Date(ms).toISOString().slice(0, 10))
        .join(' ')
        .concat(' null')
    }
  }
}

/** A billing day of Selectel begins at 21:00 UTC of the day before. */
function hourOf({ isOfApi, key, startSecond = 0, seconds = 86_400 }: Line): number | null {
  if (isOfApi || seconds > 3600) return null
  const hour = Math.floor((startSecond + (key.provider === 'selectel' ? 10_800 : 0)) / 3600)
  return hour >= 0 && hour < 24 ? hour : null
}

function figureOf(line: Line, metric: CubeQuestion['metric']): bigint | null {
  if (metric !== 'quantity') return line[metric]
  if (line.isOfApi) return line.quantity
  const { pricingUnit, consumedUnit } = line.key
  const isSame = pricingUnit === null || pricingUnit === consumedUnit
  return line.pricing ?? (isSame ? line.quantity : null)
}

/** What all shares and factors of the tests divide: 3 and 4, and VAT. */
export const WHOLE = 12n * 9150n

export type Cell = { up: bigint; lines: number; isShared: boolean }

const factorOn = (question: CubeQuestion, { connectionId, day: on }: Line): { up: bigint; down: bigint } =>
  question.factors?.get(connectionId)?.findLast(({ from }) => from <= on)?.factor ?? { up: 1n, down: 1n }

/** Line by line, in parts of `WHOLE`: by group and unit and by bin. */
export function modelOf(lines: readonly Line[], question: CubeQuestion): Map<string, Map<string, Cell>> {
  const { metric, groupBy, from, to, filter } = question
  const where = filter?.where ?? []
  const found = new Map<string, Map<string, Cell>>()
  for (const line of lines) {
    const figure = figureOf(line, metric)
    if (figure === null || line.day < from || line.day > to) continue
    const unit =
      metric === 'quantity' ? (line.key.pricingUnit ?? line.key.consumedUnit ?? '') : line.key.currency
    const { up, down } = factorOn(question, line)
    const [a, b] = [outcomeFor(line, 'a'), outcomeFor(line, 'b')]
    for (const shareA of a)
      for (const shareB of b) {
        const partOf = (id: string | null): string | null | undefined =>
          id === null ? undefined : id === 'a' ? shareA.part : id === 'b' ? shareB.part : null
        const isKept =
          where.length === 0 ||
          where.some((group) => group.every((one) => meets(line, one, partOf(idOf(one.dimension)))))
        if (!isKept) continue
        const keys = groupBy.map((dimension) => partOf(idOf(dimension)) ?? plainKey(line, dimension))
        const id = JSON.stringify([keys, unit])
        const bins = found.get(id) ?? new Map<string, Cell>()
        found.set(id, bins)
        const bin = binOf(question, line)
        const cell = bins.get(bin) ?? { up: 0n, lines: 0, isShared: false }
        const weights = [shareA.weight, sumOf(a), shareB.weight, sumOf(b)] as const
        cell.up += (figure * up * WHOLE * weights[0] * weights[2]) / (down * weights[1] * weights[3])
        cell.isShared ||= a.length * b.length > 1
        cell.lines += 1
        bins.set(bin, cell)
      }
  }
  return found
}

/** The lines any part of which a question keeps. */
export const keptLines = (lines: readonly Line[], question: CubeQuestion): Line[] =>
  lines.filter((line) => modelOf([line], question).size > 0)

const sumOf = (outcome: Outcome): bigint => outcome.reduce((sum, { weight }) => sum + weight, 0n)

import type { Translate } from '#renderer/i18n/translate.ts'
import type {
  AlertView,
  Comparison,
  SpenderKind,
  SpenderView,
  SpendView,
  SummaryView,
} from '#shared/contract/dashboard.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'

type SpendGroupRow = {
  key: string
  label: string
  total: string
  amounts: readonly string[]
  /** Its place among all groups, hidden ones too: colours stay when a neighbour is hidden. */
  rank: number
}

export type SpendTable = {
  groups: SpendGroupRow[]
  /** By day or week, of the groups shown. */
  totals: readonly string[]
  total: string
  /** Empty when groups are hidden, for the compared period has no parts, and when the data do not cover it whole. */
  before: readonly string[]
  isPartial: boolean
}

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

export const sumOf = (amounts: Iterable<string>): string => {
  let sum = 0n
  for (const amount of amounts) sum += femtos(amount)
  return formatDecimal(sum)
}

/** The figures that the chart, its legend and the table share. */
export function spendTable(
  spend: Omit<SpendView, 'currency' | 'days'>,
  hidden: readonly string[],
): SpendTable {
  const all = spend.groups.map((group, rank) => ({ ...group, rank }))
  const groups = all.filter((group) => !hidden.includes(group.key))
  if (groups.length === all.length) {
    const before = spend.comparison === 'whole' ? spend.before : []
    return { groups, totals: spend.totals, total: spend.total, before, isPartial: false }
  }
  const totals = spend.totals.map((_, i) => sumOf(groups.map((group) => group.amounts[i] ?? '0')))
  return { groups, totals, total: sumOf(groups.map((group) => group.total)), before: [], isPartial: true }
}

type TipRow = { key: string; label: string; rank: number; amount: string }

/** One day or week as its tooltip tells it: what cost nothing then is left out. */
export function tooltipRows(
  table: SpendTable,
  index: number,
): { rows: TipRow[]; total: string; before: string | null } {
  const rows = table.groups
    .map((group) => ({
      key: group.key,
      label: group.label,
      rank: group.rank,
      amount: group.amounts[index] ?? '0',
    }))
    .filter((row) => femtos(row.amount) !== 0n)
  return { rows, total: table.totals[index] ?? '0', before: table.before[index] ?? null }
}

/** A legend entry switched; the last one shown cannot be hidden, an empty chart says nothing. */
export function toggleHidden(
  keys: readonly string[],
  hidden: readonly string[],
  key: string,
): readonly string[] {
  if (hidden.includes(key)) return hidden.filter((k) => k !== key)
  const next = keys.filter((k) => k === key || hidden.includes(k))
  return next.length >= keys.length ? hidden : next
}

/** The small trend of a card. A week cut by the period would look like a fall, so weeks show whole ones only. */
export function trendOf({ totals, isByWeek }: { totals: readonly string[]; isByWeek: boolean }): {
  amounts: readonly string[]
  low: string
  high: string
  isByWeek: boolean
} | null {
  const amounts = isByWeek ? totals.slice(1, -1) : totals
  const sorted = [...amounts].sort((a, b) => (femtos(a) < femtos(b) ? -1 : 1))
  const [low, high] = [sorted[0], sorted.at(-1)]
  return amounts.length < 2 || low === undefined || high === undefined
    ? null
    : { amounts, low, high, isByWeek }
}

/** Points of a sparkline as an SVG path; a flat series lies in the middle. */
export function sparkline(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return ''
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const step = width / (values.length - 1)
  const y = (value: number): number => (span === 0 ? height / 2 : height - ((value - low) / span) * height)
  return values
    .map((value, i) => `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('')
}

/** Width of a share bar in percent: small shares stay visible, credits show nothing. */
export function shareWidth(share: string | null): number {
  const ratio = share === null ? 0 : Number(share)
  if (!(ratio > 0)) return 0
  return Math.min(100, Math.max(1, ratio * 100))
}

/** Length of a mover's bar against the greatest change of the list, either way. */
export function changeWidth(change: string, all: readonly string[]): number {
  const magnitude = (amount: string): number => Math.abs(Number(amount))
  const greatest = Math.max(0, ...all.map(magnitude))
  return greatest === 0 ? 0 : Math.max(2, (magnitude(change) / greatest) * 100)
}

/** Which way a signed amount or ratio points. */
export function directionOf(change: string): 'up' | 'down' | 'flat' {
  const value = femtos(change)
  return value < 0n ? 'down' : value > 0n ? 'up' : 'flat'
}

/** How a card links to the page that explains it. */
export const pathOf = (path: string, query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}?${text}`
}

export const rangeQuery = ({ from, to }: DayRange): Record<string, string> => ({ period: 'custom', from, to })

/** Where a row of the top lists leads: the resources behind the figure, costliest first. */
export function spenderPath(
  by: SpenderKind,
  item: Pick<SpenderView, 'key' | 'label' | 'lines'>,
  period: Readonly<Record<string, string>>,
): string {
  if (item.lines) {
    const { connectionId, resourceRef } = item.lines
    return pathOf('/ledger', {
      account: connectionId,
      ...(resourceRef === null ? {} : { resource: resourceRef }),
      ...period,
    })
  }
  const filter: Record<string, string> =
    by === 'connection'
      ? { connectionId: item.key }
      : by === 'service'
        ? { service: item.label }
        : { id: item.key }
  return pathOf('/resources', { ...filter, ...period })
}

export function alertPath(alert: AlertView): string {
  switch (alert.target.area) {
    case 'resources':
      return pathOf('/resources', alert.target.id === null ? {} : { id: alert.target.id })
    case 'budgets':
      return '/budgets'
    case 'connections':
      return pathOf('/resources', alert.target.id === null ? {} : { connectionId: alert.target.id })
    case 'dashboard':
      return pathOf('/resources', {
        ...(alert.target.id === null ? {} : { connectionId: alert.target.id }),
        ...(alert.day === null ? {} : rangeQuery({ from: alert.day, to: alert.day })),
      })
  }
}

/** True when the organisation has nothing to show yet, so that the page offers a next step and no empty panels. */
export const isEmptyWorkspace = (summary: SummaryView): boolean =>
  summary.connections.total === 0 && summary.resources.total === 0 && summary.dataThrough === null

type Load = 'calm' | 'high' | 'full'

export const loadOf = (ratio: number): Load => (ratio >= 0.9 ? 'full' : ratio >= 0.75 ? 'high' : 'calm')

/** Gigabytes beyond a thousand read better as terabytes; both sides of "used of available" share the unit. */
export function capacityUnit(
  metric: 'cpu' | 'ram' | 'disk' | 'network',
  capacity: number,
): { unit: 'cores' | 'gb' | 'tb' | 'mbps' | 'gbps'; divisor: number } {
  if (metric === 'cpu') return { unit: 'cores', divisor: 1 }
  if (metric === 'network')
    return capacity >= 10_000 ? { unit: 'gbps', divisor: 1000 } : { unit: 'mbps', divisor: 1 }
  return capacity >= 10_240 ? { unit: 'tb', divisor: 1024 } : { unit: 'gb', divisor: 1 }
}

/** A phrase of a card's note as a title. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Why a card, a list or the chart shows no change; `noFullDay` names the month or quarter that has only begun. */
export function whyNoChange(comparison: Comparison, noFullDay: string | null, t: Translate): string {
  switch (comparison) {
    case 'whole':
      return t('dashboard.kpi.noneBefore')
    case 'noFullDay':
      return noFullDay ?? t('period.noFullDay.range')
    default:
      return t(`dashboard.kpi.${comparison}`)
  }
}

/** Zero roubles of a month that began today would read as a figure; it is none yet. */
export const isYetToCome = ({ comparison, spend }: Pick<SummaryView, 'comparison' | 'spend'>): boolean =>
  comparison === 'noFullDay' && femtos(spend.amount) === 0n

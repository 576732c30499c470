import type { AlertView, SummaryView } from '#shared/contract/dashboard.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { DayRange } from '#shared/lib/period.ts'

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

/** The small trend of a card; one figure has none. */
export function trendOf(
  amounts: readonly string[],
): { amounts: readonly string[]; low: string; high: string } | null {
  const sorted = [...amounts].sort((a, b) => (femtos(a) < femtos(b) ? -1 : 1))
  const [low, high] = [sorted[0], sorted.at(-1)]
  return amounts.length < 2 || low === undefined || high === undefined ? null : { amounts, low, high }
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

const rangeQuery = ({ from, to }: DayRange): Record<string, string> => ({ period: 'custom', from, to })

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

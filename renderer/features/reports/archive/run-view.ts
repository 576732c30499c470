import type { ReportRunView } from '#shared/contract/reports.ts'
import { addMonths, type Day, firstOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export const isUnderWay = ({ status }: Pick<ReportRunView, 'status'>): boolean =>
  status === 'waiting' || status === 'running'

export const bytesOf = ({ files }: Pick<ReportRunView, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

/** A file of it is not what was produced. */
export const isSpoilt = ({ files }: Pick<ReportRunView, 'files'>): boolean =>
  files.some(({ state }) => state !== 'sound')

/** `YYYY-MM` of this month and those before it, the latest first. */
export function recentMonths(today: Day, count: number): Day[] {
  const first = firstOfMonth(today)
  return Array.from({ length: count }, (_, back) => addMonths(first, -back))
}

/** What came of a figure that is there in both; null where it is not. */
export function changeOf(before: string | null, after: string | null): string | null {
  const [was, is] = [before, after].map((text) => (text === null ? null : parseDecimal(text)))
  return was == null || is == null ? null : formatDecimal(is - was)
}

/** Takes a moment to say how long something took; a tenth is fine enough. */
export const secondsBetween = (fromMs: number, toMs: number): number =>
  Math.max(0, Math.round((toMs - fromMs) / 100) / 10)

/** Byte by byte: the same checksums in the same order. */
export const areSameFiles = (
  one: Pick<ReportRunView, 'files'>,
  other: Pick<ReportRunView, 'files'>,
): boolean =>
  one.files.length > 0 &&
  one.files.length === other.files.length &&
  one.files.every(({ sha256 }, at) => sha256 === other.files[at]?.sha256)

import { addMonths, type Day } from '#shared/lib/day.ts'
import { HostError } from '../terminal.ts'
import type { Options } from './command.ts'
import { readMonth } from './period.ts'

const MOST = 240

/** `--month`, or all from `--from` to `--to`; null where none was named. */
export function namedMonths({ month, from, to }: Pick<Options, 'month' | 'from' | 'to'>): string[] | null {
  const [first, last] = [readMonth(from ?? month ?? to), readMonth(to ?? month ?? from)]
  if (first === undefined || last === undefined) return null
  const months: string[] = []
  for (let at = `${first}-01` as Day; at.slice(0, 7) <= last; at = addMonths(at, 1))
    months.push(at.slice(0, 7))
  if (months.length === 0 || months.length > MOST) throw new HostError('usage.badMonth')
  return months
}

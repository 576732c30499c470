import type { Granularity, ViewPeriod, ViewSpec } from '../contract/costs.ts'
import type { BoardTile } from '../contract/views.ts'
import { type Day, daysBetween } from './day.ts'
import type { PeriodPreset } from './period.ts'
import { resolveViewPeriod } from './view-period.ts'

/** The days that a page's own control has chosen. */
type PagePeriod = { preset: PeriodPreset; from: Day; to: Day }

/** As a view says it: what moves on with the calendar goes on to. */
export function viewPeriodOf({ preset, from, to }: PagePeriod): ViewPeriod {
  return preset === 'custom' || preset === 'y1' ? { from, to } : { preset }
}

/** From coarse to fine, with as many days as one lasts. */
const STEPS: readonly { step: Granularity; days: number }[] = [
  { step: 'year', days: 365 },
  { step: 'quarter', days: 91 },
  { step: 'month', days: 30 },
  { step: 'week', days: 7 },
  { step: 'day', days: 1 },
]

/** More bars than this are hairs that nobody can point at; one or two show no course. */
const MOST_BARS = 120
const LEAST_BARS = 3

/** A step that suits the days: the view's own as long as it makes a readable number of bars. */
function stepFor(own: Granularity, days: number): Granularity {
  if (own === 'total') return own
  if (own === 'hour') return days <= 2 ? own : stepFor('day', days)
  const at = STEPS.findIndex(({ step }) => step === own)
  const bars = (place: number): number => days / (STEPS[place]?.days ?? 1)
  let place = at
  while (place > 0 && bars(place) > MOST_BARS) place -= 1
  while (place < STEPS.length - 1 && bars(place) < LEAST_BARS) place += 1
  return STEPS[place]?.step ?? own
}

/** What a tile shows of its view: on the page's days, where the tile goes by them. */
export function specOfTile(
  spec: ViewSpec,
  { period }: Pick<BoardTile, 'period'>,
  page: PagePeriod,
  today: Day,
): ViewSpec {
  if (period === 'view') return spec
  const own = viewPeriodOf(page)
  const { from, to } = resolveViewPeriod(own, today)
  return { ...spec, period: own, granularity: stepFor(spec.granularity, daysBetween(from, to) + 1) }
}

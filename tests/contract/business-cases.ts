import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const range = { from: day('2026-10-01'), to: day('2026-10-31') }
const idIn = (seen: Seen, call: string): string => (seen[call] as { id: string }).id
const tag = (seen: Seen) => idIn(seen, 'allocation.addTag')
const series = (seen: Seen) => idIn(seen, 'business.addSeries')
const note = (seen: Seen) => idIn(seen, 'annotations.add')
const tokenOf = (seen: Seen): string => String(seen.ordersToken)
const orders = { name: 'Заказы', unit: 'заказ', step: 'month', kind: 'flow' } as const
const terms = {
  part: 'Ромашка',
  fromDay: day('2026-01-01'),
  kind: 'markup',
  price: null,
  currency: null,
} as const
const october = day('2026-10-01')

/** What olga's business counts, whom it works for and what happened when. */
export const businessCases: readonly Case[] = [
  refused('stranger', 'business.listSeries', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'business.addSeries', orders, 'auth.forbidden', 'a viewer'),
  refused('viewer', 'business.readFile', { id: 'x', token: 'x' }, 'auth.forbidden', 'a viewer'),
  ok('olga', 'business.addSeries', orders),
  refused('olga', 'business.addSeries', orders, 'series.nameTaken', 'the name is taken'),
  refused('olga', 'business.addSeries', { ...orders, step: 'year' }, 'input.invalid', 'no such step'),
  refused(
    'olga',
    'business.addSeries',
    { ...orders, name: 'Выручка', role: 'revenue' },
    'series.noCurrency',
    'no currency',
  ),
  ok('olga', 'business.updateSeries', (seen) => ({
    id: series(seen),
    name: 'Покупки',
    unit: 'шт.',
    kind: 'flow',
  })),
  ok('olga', 'business.putValues', (seen) => ({
    id: series(seen),
    values: [{ day: october, part: null, value: '120.5' }],
  })),
  refused(
    'olga',
    'business.putValues',
    (seen: Seen) => ({ id: series(seen), values: [{ day: october, part: null, value: '-1' }] }),
    'input.invalid',
    'below zero',
  ),
  refused(
    'anna',
    'business.putValues',
    (seen: Seen) => ({ id: series(seen), values: [{ day: october, part: null, value: '1' }] }),
    'series.notFound',
    'another’s',
  ),
  ok('olga', 'business.listSeries', {}),
  ok('olga', 'business.listValues', (seen) => ({ id: series(seen), ...range })),
  ok('olga', 'business.readFile', (seen) => ({ id: series(seen), token: tokenOf(seen) })),
  ok('olga', 'business.loadFile', (seen) => ({ id: series(seen), token: tokenOf(seen) })),
  refused(
    'olga',
    'business.loadFile',
    (seen: Seen) => ({ id: series(seen), token: tokenOf(seen) }),
    'import.noFile',
    'taken',
  ),
  ok('olga', 'business.getUnitCosts', (seen) => ({ seriesId: series(seen), ...range, granularity: 'month' })),
  refused(
    'anna',
    'business.getUnitCosts',
    (seen: Seen) => ({ seriesId: series(seen), ...range, granularity: 'month' }),
    'series.notFound',
    'another’s',
  ),
  ok('olga', 'allocation.addTag', { name: 'Клиент', kind: 'client', rules: [] }),
  refused(
    'olga',
    'business.putTerms',
    (seen: Seen) => ({ tagId: tag(seen), ...terms, percent: null }),
    'terms.incomplete',
    'no percentage',
  ),
  ok('olga', 'business.putTerms', (seen) => ({ tagId: tag(seen), ...terms, percent: '12.5' })),
  ok('olga', 'business.listTerms', (seen) => ({ tagId: tag(seen) })),
  ok('olga', 'business.listMargins', (seen) => ({ tagId: tag(seen), ...range })),
  ok('olga', 'business.exportMargins', (seen) => ({
    tagId: tag(seen),
    ...range,
    format: 'csv',
    preset: 'win1251',
    language: 'ru',
  })),
  refused(
    'anna',
    'business.listMargins',
    (seen: Seen) => ({ tagId: tag(seen), ...range }),
    'virtualTag.notFound',
    'another’s',
  ),
  ok('olga', 'business.removeTerms', (seen) => ({ id: idIn(seen, 'business.putTerms') })),
  ok('olga', 'business.removeSeries', (seen) => ({ id: series(seen) })),
  ok('olga', 'annotations.add', { ...range, text: 'Переезд' }),
  refused(
    'olga',
    'annotations.add',
    { from: range.to, to: range.from, text: 'Наоборот' },
    'input.invalid',
    'it ends before it begins',
  ),
  ok('olga', 'annotations.update', (seen) => ({ id: note(seen), ...range, text: 'Переезд отложен' })),
  ok('olga', 'annotations.list', range),
  ok('olga', 'annotations.remove', (seen) => ({ id: note(seen) })),
  refused(
    'olga',
    'annotations.remove',
    (seen: Seen) => ({ id: note(seen) }),
    'annotation.notFound',
    'it is gone',
  ),
]

import type { ViewSpecInput } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const range = { from: day('2026-10-01'), to: day('2026-10-31') }
const spec: ViewSpecInput = { period: range, groupBy: ['service', 'region'], granularity: 'week' }
const gone: ViewSpecInput = { period: range, groupBy: ['virtual:gone'] }
const connection = (seen: Seen): string =>
  (seen['connections.list'] as { items: { id: string }[] }).items[0]?.id ?? ''
const since = { atMs: 1 }

/** The demo company's costs, cut in many ways; what its bills looked like before there were any. */
export const explorerCases: readonly Case[] = [
  refused('stranger', 'explorer.getChart', { spec }, 'auth.required', 'not signed in'),
  ok('guest', 'explorer.listDimensions', {}),
  ok('guest', 'explorer.listValues', { dimension: 'service', search: 'о' }),
  ok('guest', 'explorer.getChart', { spec }),
  ok('guest', 'explorer.getChart', { spec: gone }),
  ok('guest', 'explorer.getChart', { spec: { ...spec, vat: 'without', comparison: 'lastYear' } }),
  ok('guest', 'explorer.listRows', { spec, search: 'о', limit: 5 }),
  ok('guest', 'explorer.explain', { spec }),
  ok('guest', 'explorer.listUsage', { spec, limit: 5 }),
  ok('guest', 'explorer.countFilter', {
    ...range,
    where: [[{ dimension: 'service', op: 'contains', values: ['о'] }]],
  }),
  refused(
    'guest',
    'explorer.getChart',
    { spec: { ...spec, groupBy: ['nonsense'] } },
    'input.invalid',
    'no such dimension',
  ),
  refused(
    'guest',
    'explorer.countFilter',
    { ...range, where: [[{ dimension: 'service', op: 'is', values: [] }]] },
    'input.invalid',
    'a condition without a value',
  ),
  ok('guest', 'vat.list', {}),
  ok('guest', 'vat.update', (seen) => ({
    connectionId: connection(seen),
    isIncluded: false,
    scheme: 'general',
  })),
  refused(
    'viewer',
    'vat.update',
    { connectionId: 'x', isIncluded: true, scheme: 'none' },
    'auth.forbidden',
    'a viewer',
  ),
  ok('guest', 'differences.listMoments', {}),
  ok('guest', 'differences.getSummary', { since }),
  ok('guest', 'differences.listLines', { since, limit: 5 }),
  ok('guest', 'differences.export', { since, format: 'csv', preset: 'win1251', language: 'ru' }),
  refused('guest', 'differences.getSummary', { since: { importId: 9 } }, 'moment.notKnown', 'no such file'),
]

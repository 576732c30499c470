import type { CallOutput } from '#shared/contract/index.ts'
import { builtInId } from '#shared/contract/views.ts'
import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const idIn = (seen: Seen, call: string): string => (seen[call] as { id: string }).id
const spec = { groupBy: ['connection' as const], period: { from: day('2026-10-01'), to: day('2026-10-31') } }
const where = [[{ dimension: 'service' as const, op: 'notEmpty' as const }]]
const tile = { id: 't1', kind: 'view' as const, width: 6 as const, look: 'list' as const }

/** What somebody keeps of the explorer, in an organisation that has a bill from a file. */
export const viewCases: Case[] = [
  ok('olga', 'costFilters.add', { name: 'Есть сервис', where }),
  refused('olga', 'costFilters.add', { name: 'Есть сервис', where }, 'costFilter.nameTaken', 'there is one'),
  ok('olga', 'costFilters.update', (seen) => ({ id: idIn(seen, 'costFilters.add'), name: 'С сервисом' })),
  ok('olga', 'views.add', (seen) => ({
    name: 'Аккаунты',
    spec: { ...spec, filterId: idIn(seen, 'costFilters.add') },
  })),
  refused('olga', 'views.add', { name: 'Аккаунты', spec }, 'view.nameTaken', 'there is one'),
  refused('viewer', 'views.add', { name: 'Аккаунты', spec }, 'auth.forbidden', 'a viewer'),
  refused('olga', 'views.update', { id: builtInId('movers'), name: 'Моё' }, 'view.notFound', 'built in'),
  ok('olga', 'views.update', (seen) => ({ id: idIn(seen, 'views.add'), name: 'По аккаунтам' })),
  ok('olga', 'views.list', {}),
  ok('olga', 'costFilters.list', {}),
  refused(
    'olga',
    'costFilters.remove',
    (seen: Seen) => ({ id: idIn(seen, 'costFilters.add') }),
    'costFilter.inUse',
    'a view holds it',
  ),
  ok('olga', 'views.export', { name: 'По аккаунтам', spec }),
  ok('olga', 'views.read', (seen) => ({ text: (seen['views.export'] as CallOutput<'views.export'>).text })),
  refused('olga', 'views.read', { text: 'не файл' }, 'view.badFile', 'no view'),
  ok('viewer', 'boards.get', {}),
  ok('olga', 'boards.update', (seen) => ({ tiles: [{ ...tile, viewId: idIn(seen, 'views.add') }] })),
  ok('olga', 'boards.get', {}),
  refused(
    'olga',
    'boards.update',
    { tiles: [{ ...tile, viewId: null }] },
    'input.invalid',
    'a view’s tile without one',
  ),
  refused(
    'anna',
    'views.remove',
    (seen: Seen) => ({ id: idIn(seen, 'views.add') }),
    'view.notFound',
    'another’s',
  ),
  ok('olga', 'views.remove', (seen) => ({ id: idIn(seen, 'views.add') })),
  ok('olga', 'costFilters.remove', (seen) => ({ id: idIn(seen, 'costFilters.add') })),
  ok('olga', 'boards.reset', {}),
  refused(
    'olga',
    'explorer.startExport',
    { spec: { ...spec, period: { from: '2020-01-01', to: '2020-01-02' } }, format: 'csv', language: 'ru' },
    'export.nothing',
    'no such days',
  ),
]

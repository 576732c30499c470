import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const tokenOf = (seen: Seen, file: 'bill' | 'table' | 'empty'): string => String(seen[`${file}Token`])
const lastImport = (seen: Seen): number => (seen['imports.start'] as { ids: number[] }).ids[0] ?? 0
const anyMapping = (seen: Seen): number =>
  (seen['imports.listMappings'] as { items: { id: number }[] }).items[0]?.id ?? 0
const mapping = {
  provider: 'other' as const,
  account: 'Аренда',
  currency: 'RUB' as const,
  columns: { date: 'Когда', cost: 'Почём' },
  tags: [],
  dateOrder: null,
  decimal: null,
}

const october = { from: day('2026-10-01'), to: day('2026-10-31') }
const lastTable = (seen: Seen): string => (seen['explorer.startExport'] as { id: string }).id
const lastExport = (seen: Seen): string => (seen['ledger.startExport'] as { id: string }).id

/** Files come in for olga: what she hears follows the pace of their reading. */
export const importCases: readonly Case[] = [
  refused('stranger', 'imports.list', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'imports.start', { tokens: ['none'] }, 'auth.forbidden', 'a viewer'),
  refused('olga', 'imports.start', { tokens: ['../../etc/passwd'] }, 'import.noFile', 'a path is no token'),
  refused('olga', 'imports.start', { tokens: [] }, 'input.invalid', 'no file'),
  ok('olga', 'imports.start', (seen) => ({ tokens: [tokenOf(seen, 'bill')] })),
  refused(
    'olga',
    'imports.start',
    (seen: Seen) => ({ tokens: [tokenOf(seen, 'bill')] }),
    'import.noFile',
    'taken',
  ),
  ok('olga', 'imports.list', { statuses: ['ready'], limit: 5 }),
  ok('olga', 'imports.get', (seen) => ({ id: lastImport(seen) })),
  refused(
    'olga',
    'imports.getSample',
    (seen: Seen) => ({ id: lastImport(seen) }),
    'import.notReady',
    'known',
  ),
  refused('anna', 'imports.get', (seen: Seen) => ({ id: lastImport(seen) }), 'import.notFound', 'another’s'),
  refused(
    'anna',
    'imports.commit',
    (seen: Seen) => ({ id: lastImport(seen) }),
    'import.notFound',
    'another’s',
  ),
  refused(
    'olga',
    'imports.withdraw',
    (seen: Seen) => ({ id: lastImport(seen) }),
    'import.notCommitted',
    'not yet',
  ),
  ok('olga', 'imports.commit', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'explorer.startExport', { spec: { period: october }, format: 'xlsx', language: 'ru' }),
  ok('olga', 'ledger.removeExport', (seen) => ({ id: lastTable(seen) })),
  refused(
    'olga',
    'imports.remove',
    (seen: Seen) => ({ id: lastImport(seen) }),
    'import.notReady',
    'it counts',
  ),
  ok('olga', 'imports.getCoverage', { from: day('2026-10-01'), to: day('2026-10-31') }),
  refused(
    'olga',
    'imports.getCoverage',
    { from: '2026-10-01', to: '2026-10-31', connectionId: 'none' },
    'connection.notFound',
    'no such account',
  ),
  ok('olga', 'imports.listRejected', {}),
  ok('olga', 'imports.exportRejected', { format: 'csv' }),
  ok('olga', 'imports.withdraw', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.start', (seen) => ({ tokens: [tokenOf(seen, 'table')] })),
  ok('olga', 'imports.getSample', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.answer', (seen) => ({
    id: lastImport(seen),
    answers: { mapping, mappingName: 'Аренда' },
  })),
  ok('olga', 'imports.get', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.listMappings', {}),
  ok('olga', 'imports.updateMapping', (seen) => ({ id: anyMapping(seen), name: ' Аренда серверов ' })),
  ok('olga', 'imports.removeMapping', (seen) => ({ id: anyMapping(seen) })),
  refused(
    'olga',
    'imports.removeMapping',
    (seen: Seen) => ({ id: anyMapping(seen) }),
    'import.mappingNotFound',
    'gone',
  ),
  ok('olga', 'imports.start', (seen) => ({ tokens: [tokenOf(seen, 'empty')] })),
  ok('olga', 'imports.resume', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.cancel', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.remove', (seen) => ({ id: lastImport(seen) })),
  ok('olga', 'imports.list', {}),
  ok('olga', 'ledger.startExport', { filter: october, version: '1.2', format: 'csv' }),
  refused(
    'olga',
    'ledger.startExport',
    { filter: october, version: '2.0', format: 'csv' },
    'input.invalid',
    'no such version',
  ),
  refused(
    'anna',
    'ledger.cancelExport',
    (seen: Seen) => ({ id: lastExport(seen) }),
    'export.notFound',
    'another’s',
  ),
  ok('olga', 'ledger.cancelExport', (seen) => ({ id: lastExport(seen) })),
  ok('olga', 'ledger.removeExport', (seen) => ({ id: lastExport(seen) })),
  ok('olga', 'ledger.listExports', {}),
  ok('olga', 'imports.getFolder', {}),
  ok('olga', 'imports.updateFolder', { path: null, isOn: false }),
  refused(
    'olga',
    'imports.updateFolder',
    { path: 'bills', isOn: true },
    'import.badFolder',
    'no such folder',
  ),
]

import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { OTHER_PASSWORD, PASSWORD } from '#tests/support/people.ts'
import { OTHER_PHRASE, PHRASE } from '#tests/support/vault.ts'
import { accessCases } from './access-cases.ts'
import { actsCases } from './acts-cases.ts'
import { allocationCases } from './allocation-cases.ts'
import { businessCases } from './business-cases.ts'
import { type Case, ok, refused, type Seen } from './case.ts'
import { closingCases } from './closing-cases.ts'
import { demoCloseCases } from './demo-close-cases.ts'
import { explorerCases } from './explorer-cases.ts'
import { importCases } from './import-cases.ts'
import { packageCases } from './package-cases.ts'
import { reportCases } from './report-cases.ts'
import { viewCases } from './view-cases.ts'

const period = {
  from: '2026-10-21',
  to: '2026-11-19',
  compareFrom: '2026-09-21',
  compareTo: '2026-10-20',
} as CallInput<'dashboard.getSummary'>['period']
const { from: spendFrom, to: spendTo } = period
const days = { from: spendFrom, to: spendTo }

const workspace = {
  workspaceName: 'Ромашка',
  userName: 'Анна',
  password: PASSWORD,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
} as const

/** Whoever `app.getState` named as the person of the organisation. */
function person(seen: Seen, workspaceName: string): { userId: string; workspaceId: string } {
  const { profiles } = seen['app.getState'] as {
    profiles: { userId: string; workspaceId: string; workspaceName: string }[]
  }
  const found = profiles.find((profile) => profile.workspaceName === workspaceName)
  return { userId: found?.userId ?? '', workspaceId: found?.workspaceId ?? '' }
}

/** A port where nobody listens: refused at once, whatever the machine. */
const NOBODY = 'http://127.0.0.1:1'

const beget = (settings: Record<string, string>) => ({
  provider: 'beget',
  settings: { login: 'ivanov', ...settings },
  secrets: { password: 'not-a-real-password' },
})

/** After the second login it keeps its callers waiting: what is started then runs until somebody stops it. */
export const BEGET_LOGINS = 2

type Form = { settings: Record<string, string>; secrets: Record<string, string> }
const account = (seen: Seen) => ({ provider: 'beget' as const, ...(seen.beget as Form) })
const added = (seen: Seen): string => (seen['connections.add'] as { id: string }).id

type Resource = { id: number }
const anyResource = (seen: Seen): number =>
  (seen['resources.list'] as { items: Resource[] }).items[0]?.id ?? 0
const idsOf = (seen: Seen): number[] => (seen['resources.listIds'] as { ids: number[] }).ids
const noteOf = (seen: Seen): number => (seen['resources.get'] as { notes: Resource[] }).notes[0]?.id ?? 0
const anyConnection = (seen: Seen): string =>
  (seen['connections.list'] as { items: { id: string }[] }).items[0]?.id ?? ''

const ownRate = { currency: 'USD', day: day('2026-10-12'), nominal: 1, value: '81.5', note: null } as const
const actRate = { month: '2026-10', currency: 'USD', nominal: 1, value: '81.7', note: 'Акт 17' } as const

const backupId = (seen: Seen): string => (seen['backups.add'] as { id: string }).id

/** In an order that works: what a case needs was made by those before it. */
export const cases: readonly Case[] = [
  ok('stranger', 'app.getState', {}),
  refused('stranger', '__proto__', {}, 'call.unknown', 'no such call'),
  refused('stranger', 'constructor', {}, 'call.unknown', 'no such call'),
  refused('stranger', '', {}, 'call.unknown', 'no such call'),
  refused('stranger', 'people.removeAll', {}, 'call.unknown', 'no such call'),
  refused('stranger', 'app/getState', {}, 'call.unknown', 'no such call'),
  refused('stranger', 'people.signIn', null, 'input.invalid', 'not an object'),
  refused('stranger', 'people.signIn', [], 'input.invalid', 'a list'),
  refused('stranger', 'people.signIn', 'text', 'input.invalid', 'a text'),
  refused('stranger', 'people.signIn', { userId: 1 }, 'input.invalid', 'a field of another type'),
  refused('keeper', 'people.touch', { more: 1 }, 'input.invalid', 'a field too many'),
  refused('keeper', 'people.unlock', { password: 'я'.repeat(1_000_001) }, 'call.tooLarge', 'too large'),
  refused('stranger', 'connections.list', {}, 'auth.required', 'not signed in'),
  refused('stranger', 'people.signOut', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'backups.add', {}, 'auth.forbidden', 'a viewer'),
  refused('viewer', 'settings.updateWorkspace', { name: 'Моё' }, 'auth.forbidden', 'a viewer'),

  refused(
    'anna',
    'people.addWorkspace',
    { ...workspace, password: 'ромашка' },
    'people.weakPassword',
    'weak',
  ),
  ok('anna', 'people.addWorkspace', workspace),
  refused(
    'guest',
    'people.addWorkspace',
    { ...workspace, workspaceName: ' РОМАШКА' },
    'workspace.nameTaken',
    'taken',
  ),
  ok('anna', 'app.getState', {}),
  ok('anna', 'app.getAbout', {}),
  ok('anna', 'people.touch', {}),
  ok('anna', 'people.updateProfile', { userName: '  Анна Петрова ' }),
  ok('anna', 'settings.update', { language: 'en', theme: 'dark', idleMinutes: 30 }),
  ok('anna', 'settings.updateWorkspace', { currency: 'USD', timeZone: 'Asia/Yekaterinburg' }),
  ok('anna', 'app.getState', {}),
  refused('anna', 'demo.update', {}, 'demo.notDemo', 'a real organisation'),
  ok('anna', 'connections.list', {}),
  ok('anna', 'connections.list', { hasArchived: true }),
  ok('anna', 'connections.listProviders', {}),
  ok('anna', 'connections.listRuns', {
    schedule: {
      kind: 'cron',
      pattern: '0 9 * * 1-5',
      timeZone: 'Europe/Moscow',
      quiet: { from: '22:00', to: '07:00' },
    },
  }),
  refused(
    'anna',
    'connections.listRuns',
    { schedule: { kind: 'cron', pattern: '0 25 * * *', timeZone: 'Europe/Moscow', quiet: null } },
    'schedule.badPattern',
    'no such hour',
  ),
  refused(
    'anna',
    'connections.listRuns',
    { schedule: { kind: 'every', hours: 0, quiet: null } },
    'input.invalid',
    'no interval',
  ),
  refused('anna', 'connections.get', { id: 'none' }, 'connection.notFound', 'no such connection'),
  refused('anna', 'connections.startCheck', beget({ login: '' }), 'connection.missingField', 'no login'),
  refused('anna', 'connections.startCheck', beget({ region: 'ru1' }), 'input.invalid', 'no such field'),
  refused(
    'anna',
    'connections.startCheck',
    beget({ address: 'http://api.beget.example' }),
    'connection.badAddress',
    'secrets in the clear',
  ),
  refused('anna', 'connections.startCheck', beget({ address: NOBODY }), 'provider.unreachable', 'nobody'),
  refused(
    'anna',
    'connections.add',
    { ...beget({ address: NOBODY }), name: ' ' },
    'input.invalid',
    'no name',
  ),
  refused(
    'anna',
    'connections.add',
    { ...beget({ address: NOBODY }), name: 'Beget' },
    'provider.unreachable',
    'an account that does not answer is not added',
  ),
  refused('anna', 'connections.update', { id: 'none', isPaused: true }, 'connection.notFound', 'no such one'),
  refused(
    'anna',
    'connections.remove',
    { id: 'none', history: 'keep' },
    'connection.notFound',
    'no such one',
  ),
  refused(
    'anna',
    'connections.remove',
    { id: 'none', history: 'all' },
    'input.invalid',
    'neither of the two',
  ),
  ok('anna', 'connections.export', { format: 'csv', language: 'ru' }),
  ok('anna', 'connections.export', { format: 'xlsx', language: 'en' }),
  ok('anna', 'sync.start', {}),
  refused('anna', 'sync.start', { connectionIds: ['none'] }, 'connection.notFound', 'no such connection'),
  refused('anna', 'sync.cancel', { connectionId: 'none' }, 'connection.notFound', 'no such connection'),
  ok('anna', 'sync.list', {}),
  ok('anna', 'sync.listSnapshots', { limit: 5 }),
  ok('anna', 'sync.updateLimits', { atOnce: 3 }),
  refused('anna', 'sync.updateLimits', { atOnce: 0 }, 'input.invalid', 'none at once'),
  refused('viewer', 'sync.start', {}, 'auth.forbidden', 'a viewer'),
  ok('anna', 'resources.list', { spendFrom, spendTo }),

  ok('anna', 'people.lock', {}),
  ok('anna', 'app.getState', {}),
  refused('anna', 'connections.list', {}, 'auth.locked', 'locked'),
  refused('anna', 'app.getAbout', {}, 'auth.locked', 'locked'),
  refused('anna', 'people.startDemo', {}, 'auth.locked', 'locked'),
  refused('anna', 'people.unlock', { password: 'wrong' }, 'auth.wrongPassword', 'wrong password'),
  ok('anna', 'people.unlock', { password: PASSWORD }),
  ok('anna', 'people.updatePassword', { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD }),
  ok('anna', 'people.signOut', {}),
  refused('anna', 'people.touch', {}, 'auth.required', 'signed out'),
  ok('anna', 'people.signIn', (seen) => ({ ...person(seen, 'Ромашка'), password: OTHER_PASSWORD })),
  ok('anna', 'app.getState', {}),

  ok('olga', 'people.addWorkspace', { ...workspace, workspaceName: 'Лютик', userName: 'Ольга' }),
  ok('olga', 'connections.startCheck', account),
  ok('olga', 'connections.add', (seen) => ({ ...account(seen), name: ' Beget, прод ' })),
  ok('olga', 'connections.list', {}),
  ok('olga', 'connections.get', (seen) => ({ id: added(seen) })),
  refused(
    'anna',
    'connections.get',
    (seen: Seen) => ({ id: added(seen) }),
    'connection.notFound',
    'another’s',
  ),
  refused(
    'olga',
    'connections.add',
    (seen: Seen) => ({ ...account(seen), name: 'Ещё раз' }),
    'connection.duplicate',
    'the same account',
  ),
  ok('olga', 'connections.update', (seen) => ({ id: added(seen), name: 'Beget' })),
  ok('olga', 'sync.start', (seen) => ({ connectionIds: [added(seen)] })),
  ok('olga', 'sync.cancel', (seen) => ({ connectionId: added(seen) })),
  ok('olga', 'connections.update', (seen) => ({ id: added(seen), isPaused: true })),
  ok('olga', 'connections.remove', (seen) => ({ id: added(seen), history: 'erase' })),
  refused(
    'olga',
    'connections.get',
    (seen: Seen) => ({ id: added(seen) }),
    'connection.notFound',
    'it is gone',
  ),

  ...importCases,
  ...allocationCases,
  ...viewCases,
  ...businessCases,

  ok('guest', 'people.startDemo', {}),
  refused('guest', 'imports.start', { tokens: ['none'] }, 'import.demo', 'invented figures'),
  ok('guest', 'app.getState', {}),
  refused('guest', 'people.lock', {}, 'people.noPassword', 'no password'),
  refused('guest', 'backups.list', {}, 'backup.notKeeper', 'not the keeper of the store'),
  ok('guest', 'connections.list', {}),
  ...explorerCases,
  ...actsCases,
  ...closingCases,
  ...demoCloseCases,
  ...reportCases,
  ...accessCases,
  ...packageCases,
  refused('guest', 'connections.startCheck', beget({}), 'demo.noConnections', 'invented clouds'),
  refused(
    'guest',
    'connections.add',
    { ...beget({}), name: 'Beget' },
    'demo.noConnections',
    'invented clouds',
  ),
  refused('guest', 'sync.start', {}, 'demo.noConnections', 'invented clouds'),
  ok('guest', 'sync.listSnapshots', {}),
  ok('guest', 'vault.getState', {}),
  refused('guest', 'vault.update', { kind: 'keychain' }, 'demo.noConnections', 'a guest'),
  refused('guest', 'vault.unlock', { passphrase: 'x' }, 'demo.noConnections', 'a guest'),
  ok('guest', 'network.getState', {}),
  ok('guest', 'dashboard.getSummary', { period }),
  ok('guest', 'dashboard.getUtilization', { period }),
  ok('guest', 'dashboard.listAlerts', {}),
  ok('guest', 'ledger.listLines', { filter: days, sort: 'cost', limit: 3 }),
  ok('guest', 'ledger.getTotals', { filter: days, convertTo: 'USD' }),
  ok('guest', 'ledger.aggregate', { filter: days, metric: 'billed', groupBy: ['month', 'service'], top: 3 }),
  refused(
    'guest',
    'ledger.aggregate',
    { filter: days, metric: 'billed', groupBy: ['colour'] },
    'input.invalid',
    'no such dimension',
  ),
  ok('guest', 'ledger.countResources', { filter: { ...days, search: 'prod' } }),
  ok('guest', 'ledger.listValues', { column: 'region' }),
  ok('guest', 'dashboard.export', {
    period: { from: period.from, to: period.to },
    tiles: [{ title: 'Провайдеры', spec: { groupBy: ['provider'] } }],
    language: 'ru',
  }),
  ok('guest', 'resources.list', {
    spendFrom,
    spendTo,
    filter: { search: 'prod', isPresent: true, costFrom: '100' },
    sort: 'name',
    direction: 'asc',
    limit: 5,
  }),
  refused('guest', 'resources.list', { spendFrom, spendTo, filter: { id: 0 } }, 'input.invalid', 'no id'),
  refused(
    'guest',
    'resources.list',
    { spendFrom, spendTo, filter: { nothing: 1 } },
    'input.invalid',
    'no such filter',
  ),
  ok('guest', 'resources.listSections', {}),
  ok('guest', 'resources.listIds', { filter: { search: 'prod' } }),
  ok('guest', 'resources.get', (seen) => ({ id: anyResource(seen), spendFrom, spendTo })),
  ok('guest', 'resources.getCosts', (seen) => ({ id: anyResource(seen), from: spendFrom, to: spendTo })),
  ok('guest', 'resources.getUsage', (seen) => ({ id: anyResource(seen), from: spendFrom, to: spendTo })),
  ok('guest', 'resources.listVersions', (seen) => ({ id: anyResource(seen) })),
  ok('guest', 'resources.getRaw', (seen) => ({ id: anyResource(seen) })),
  refused('guest', 'resources.get', { id: 999_999, spendFrom, spendTo }, 'resource.notFound', 'nobody’s'),
  ok('guest', 'resources.update', (seen) => ({
    id: anyResource(seen),
    overrides: { owner: ' Отдел ИТ ', type: 'dedicated', project: null },
  })),
  refused(
    'guest',
    'resources.update',
    (seen: Seen) => ({ id: anyResource(seen), overrides: { name: 'x' } }),
    'input.invalid',
    'no such field',
  ),
  ok('guest', 'resources.updateMany', (seen) => ({
    ids: idsOf(seen),
    tags: { среда: 'прод', старый: null },
    note: 'Строка\nи ещё одна',
  })),
  refused('guest', 'resources.updateMany', { ids: [] }, 'input.invalid', 'nothing to change'),
  ok('guest', 'resources.get', (seen) => ({ id: anyResource(seen), spendFrom, spendTo })),
  ok('guest', 'resources.removeNote', (seen) => ({ id: anyResource(seen), noteId: noteOf(seen) })),
  ok('guest', 'resources.export', { spendFrom, spendTo, format: 'csv', language: 'ru' }),
  ok('guest', 'resources.export', {
    spendFrom,
    spendTo,
    format: 'xlsx',
    language: 'en',
    columns: ['name', 'spend'],
  }),
  refused(
    'guest',
    'resources.export',
    { spendFrom, spendTo, format: 'pdf', language: 'ru' },
    'input.invalid',
    'no such format',
  ),
  ok('guest', 'filters.add', { name: 'Зомби', filter: { mark: 'zombie' } }),
  ok('guest', 'filters.list', {}),
  ok('guest', 'filters.remove', (seen) => ({ id: (seen['filters.add'] as { id: string }).id })),
  refused('guest', 'filters.remove', { id: 'none' }, 'filter.notFound', 'no such filter'),
  ok('guest', 'changes.list', (seen) => ({ connectionId: anyConnection(seen), search: 'a', limit: 3 })),
  refused('guest', 'changes.list', { connectionId: 'none' }, 'connection.notFound', 'no such connection'),
  ok('guest', 'changes.export', (seen) => ({
    connectionId: anyConnection(seen),
    format: 'xlsx',
    language: 'ru',
  })),
  ok('guest', 'unrecognised.list', { state: 'all' }),
  ok('guest', 'unrecognised.update', (seen) => ({
    id: (seen['unrecognised.list'] as { items: Resource[] }).items[0]?.id ?? 0,
    type: 'network',
    note: 'Шлюз VPN',
  })),
  refused('guest', 'unrecognised.update', { id: 999_999 }, 'resource.notFound', 'no such entry'),
  ok('guest', 'unrecognised.listRules', {}),
  ok('guest', 'unrecognised.removeRule', { id: 999_999 }),
  ok('guest', 'recommendations.list', { limit: 5 }),
  ok('guest', 'budgets.list', {}),
  ok('guest', 'rates.list', { month: '2026-11' }),
  ok('guest', 'rates.startFetch', { from: day('2026-11-01'), to: day('2026-11-01') }),
  refused(
    'guest',
    'rates.startFetch',
    { from: '2026-11-02', to: '2026-11-01' },
    'input.invalid',
    'ends before it begins',
  ),
  ok('guest', 'rates.load', (seen) => ({ token: String(seen.ratesToken) })),
  refused('guest', 'rates.load', (seen: Seen) => ({ token: seen.ratesToken }), 'import.noFile', 'taken'),
  ok('guest', 'rates.update', ownRate),
  refused('guest', 'rates.update', { ...ownRate, currency: 'RUB' }, 'rates.rouble', 'the rouble'),
  refused('guest', 'rates.update', { ...ownRate, value: '0.00' }, 'input.invalid', 'a rate of nothing'),
  refused('guest', 'rates.update', { ...ownRate, value: '81,5' }, 'input.invalid', 'a decimal comma'),
  ok('guest', 'rates.updateAct', (seen) => ({ ...actRate, connectionId: anyConnection(seen) })),
  refused(
    'guest',
    'rates.updateAct',
    { ...actRate, connectionId: 'none' },
    'connection.notFound',
    'no one’s',
  ),
  ok('guest', 'rates.updateRule', { rule: 'act' }),
  ok('guest', 'rates.list', { month: '2026-10', currencies: ['USD', 'EUR'] }),
  ok('guest', 'months.close', { month: '2026-10', note: 'Акты подписаны' }),
  refused('guest', 'months.close', { month: '2026-11', note: null }, 'month.notOver', 'it runs'),
  refused('guest', 'rates.update', ownRate, 'rates.frozen', 'the month is closed'),
  ok('guest', 'months.list', {}),
  refused('guest', 'months.reopen', { month: '2026-10', reason: ' ' }, 'input.invalid', 'no reason'),
  ok('guest', 'months.reopen', { month: '2026-10', reason: 'Исправленный акт' }),
  ok('guest', 'rates.remove', { currency: 'USD', day: day('2026-10-12') }),
  refused('guest', 'rates.remove', { currency: 'USD', day: '2026-10-12' }, 'rates.notFound', 'gone'),
  refused('viewer', 'rates.updateRule', { rule: 'day' }, 'auth.forbidden', 'a viewer'),
  refused(
    'guest',
    'dashboard.getSummary',
    { period: { ...period, from: '2026-13-01' } },
    'input.invalid',
    'no such day',
  ),
  ok('guest', 'demo.update', {}),
  ok('guest', 'demo.remove', {}),
  ok('guest', 'app.getState', {}),

  ok('keeper', 'vault.getState', {}),
  refused('keeper', 'vault.update', { kind: 'paper' }, 'input.invalid', 'no such place'),
  refused('viewer', 'vault.update', { kind: 'keychain' }, 'auth.forbidden', 'a viewer'),
  refused(
    'keeper',
    'vault.update',
    { kind: 'passphrase', passphrase: 'ключ' },
    'vault.weakPassphrase',
    'weak',
  ),
  ok('keeper', 'vault.update', { kind: 'passphrase', passphrase: PHRASE }),
  refused('anna', 'vault.update', { kind: 'keychain' }, 'settings.notKeeper', 'the place is everybody’s'),
  ok('keeper', 'vault.updatePassphrase', { currentPassphrase: PHRASE, newPassphrase: OTHER_PHRASE }),
  ok('keeper', 'vault.lock', {}),
  refused('keeper', 'vault.unlock', { passphrase: PHRASE }, 'vault.wrongPassphrase', 'not any more'),
  ok('keeper', 'vault.unlock', { passphrase: OTHER_PHRASE }),
  ok('keeper', 'network.getState', {}),
  ok('keeper', 'network.update', { proxy: 'system' }),
  refused('keeper', 'network.update', { proxyUrl: 'ftp://proxy.example' }, 'network.badProxy', 'no proxy'),
  refused('keeper', 'network.update', { caPem: 'not a certificate' }, 'network.badCertificate', 'no PEM'),

  ok('keeper', 'backups.add', {}),
  ok('keeper', 'backups.list', {}),
  refused('anna', 'backups.startRestore', { id: 'any' }, 'backup.notKeeper', 'not the keeper of the store'),
  refused(
    'keeper',
    'backups.startRestore',
    { id: '../infrazen.sqlite' },
    'backup.notFound',
    'no such backup',
  ),
  ok('keeper', 'backups.startRestore', (seen) => ({ id: backupId(seen) })),
  refused('keeper', 'backups.list', {}, 'auth.required', 'everybody signs in again'),
  ok('keeper', 'app.getState', {}),
]

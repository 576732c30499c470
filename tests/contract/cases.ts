import type { CallInput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'
import { OTHER_PASSWORD, PASSWORD } from '#tests/support/people.ts'

/**
 * `keeper` owns the first organisation and `viewer` may only look at it; both are signed in from the start.
 * `anna` makes an organisation of her own, `guest` opens the demo company, `stranger` never signs in.
 */
export const clients = ['keeper', 'viewer', 'anna', 'guest', 'stranger'] as const
export type ClientName = (typeof clients)[number]

/** The last good answer of each call. */
export type Seen = { [call: string]: unknown }

type Case = {
  title: string
  client: ClientName
  call: string
  input: unknown
  code: 'ok' | ErrorCode
}

const ok = <N extends CallName>(
  client: ClientName,
  call: N,
  input: CallInput<N> | ((seen: Seen) => CallInput<N>),
): Case => ({ title: `${client} asks ${call}`, client, call, input, code: 'ok' })

const refused = (client: ClientName, call: string, input: unknown, code: ErrorCode, why: string): Case => ({
  title: `${client} asks ${call || 'for nothing'}: ${why}`,
  client,
  call,
  input,
  code,
})

const period = {
  from: '2026-10-21',
  to: '2026-11-19',
  compareFrom: '2026-09-21',
  compareTo: '2026-10-20',
} as CallInput<'dashboard.getSummary'>['period']
const { from: spendFrom, to: spendTo } = period

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

  ok('guest', 'people.startDemo', {}),
  ok('guest', 'app.getState', {}),
  refused('guest', 'people.lock', {}, 'people.noPassword', 'no password'),
  refused('guest', 'backups.list', {}, 'backup.notKeeper', 'not the keeper of the store'),
  ok('guest', 'connections.list', {}),
  ok('guest', 'dashboard.getSummary', { period }),
  ok('guest', 'dashboard.getSpend', { period, groupBy: 'service' }),
  ok('guest', 'dashboard.listSpenders', { period, by: 'resource' }),
  ok('guest', 'dashboard.listMovers', { period, by: 'service', limit: 3 }),
  ok('guest', 'dashboard.getUtilization', { period }),
  ok('guest', 'dashboard.listAlerts', {}),
  ok('guest', 'dashboard.export', { period, groupBy: 'provider', language: 'ru' }),
  ok('guest', 'resources.list', {
    spendFrom,
    spendTo,
    search: 'prod',
    sort: 'name',
    direction: 'asc',
    limit: 5,
  }),
  ok('guest', 'resources.list', { spendFrom, spendTo, id: 999_999 }),
  refused('guest', 'resources.list', { spendFrom, spendTo, id: 0 }, 'input.invalid', 'no id of a resource'),
  ok('guest', 'recommendations.list', { limit: 5 }),
  ok('guest', 'budgets.list', {}),
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

import { type Case, ok, refused, type Seen } from './case.ts'

const made = (seen: Seen) => seen['tokens.add'] as { id: string; token: string }

/** Tokens by which commands sign in, and what else only commands ask. */
export const accessCases: readonly Case[] = [
  refused('stranger', 'tokens.list', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'tokens.list', {}, 'auth.forbidden', 'a viewer'),
  refused('viewer', 'tokens.add', { name: 'Отчёты', role: 'viewer' }, 'auth.forbidden', 'a viewer'),
  refused('olga', 'tokens.add', { name: 'Отчёты', role: 'boss' }, 'input.invalid', 'no such role'),
  refused(
    'olga',
    'tokens.add',
    { name: 'Отчёты', role: 'viewer', expiresOn: '2020-01-01' },
    'input.invalid',
    'a day that is over',
  ),
  ok('olga', 'tokens.add', { name: 'Отчёты', role: 'viewer' }),
  ok('olga', 'tokens.list', {}),
  refused('anna', 'tokens.remove', { id: 'none' }, 'token.notFound', 'no such token'),
  refused(
    'stranger',
    'people.signInByToken',
    { token: 'izt_not-a-token-of-anybody' },
    'token.wrong',
    'no such token',
  ),
  refused('stranger', 'people.signInByToken', { token: 'short' }, 'input.invalid', 'too short for one'),
  ok('stranger', 'people.signInByToken', (seen) => ({ token: made(seen).token })),
  ok('stranger', 'people.signOut', {}),
  refused('stranger', 'people.signInAsSystem', {}, 'auth.required', 'a page'),
  ok('olga', 'tokens.remove', (seen) => ({ id: made(seen).id })),
  ok('keeper', 'backups.verify', {}),
  refused('viewer', 'backups.verify', {}, 'auth.forbidden', 'a viewer'),
  refused('guest', 'backups.verify', {}, 'backup.notKeeper', 'the demo company'),
  refused('viewer', 'schedules.startDue', {}, 'auth.forbidden', 'a viewer'),
  ok('olga', 'schedules.startDue', {}),
]

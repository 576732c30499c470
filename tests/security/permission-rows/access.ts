import { governs, no, type Row, shut, works } from './row.ts'

type Names =
  | 'tokens.list'
  | 'tokens.add'
  | 'tokens.remove'
  | 'people.signInByToken'
  | 'people.signInAsSystem'
  | 'backups.verify'
  | 'schedules.startDue'

const wrong = 'token.wrong'

export const accessRows: { [N in Names]: Row<N> } = {
  'tokens.list': [{}, ...governs],
  'tokens.add': [{ name: 'Отчёты', role: 'viewer' }, ...governs],
  'tokens.remove': [
    { id: 'none' },
    no,
    shut,
    'auth.forbidden',
    'auth.forbidden',
    'token.notFound',
    'token.notFound',
  ],
  'people.signInByToken': [{ token: 'izt_not-a-token-of-anybody' }, wrong, shut, wrong, wrong, wrong, wrong],
  // Of a page: only a command may.
  'people.signInAsSystem': [{}, no, shut, no, no, no, no],
  'backups.verify': [{}, no, shut, 'auth.forbidden', 'auth.forbidden', 'auth.forbidden', 'ok'],
  'schedules.startDue': [{}, ...works('ok')],
}

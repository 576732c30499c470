import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const act = {
  kind: 'act',
  number: '77',
  day: day('2026-10-31'),
  month: '2026-10',
  connectionId: null,
  currency: 'RUB',
  without: '1000.00',
  rate: '22',
  vat: '220.00',
  total: '1220.00',
  supplier: { name: 'ООО «Облако-пример»', inn: '7700000001' },
} as const
const idIn = (seen: Seen): string => (seen['acts.add'] as { id: string }).id

/** A document that olga has typed, and what may not be done with it. */
export const actsCases: readonly Case[] = [
  refused('stranger', 'acts.list', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'acts.add', act, 'auth.forbidden', 'a viewer'),
  refused('viewer', 'payments.load', { tokens: ['none'] }, 'auth.forbidden', 'a viewer'),
  ok('olga', 'acts.load', { tokens: ['none'] }),
  refused('olga', 'acts.load', { tokens: [] }, 'input.invalid', 'no file'),
  refused('olga', 'acts.add', { ...act, total: '1220.001' }, 'input.invalid', 'a part of a kopeck'),
  refused('olga', 'acts.add', { ...act, total: '1221.00' }, 'act.wrongSums', 'sums that make another total'),
  refused('olga', 'acts.add', { ...act, day: day('2026-09-30') }, 'act.tooEarly', 'before its month'),
  refused('olga', 'acts.add', { ...act, kind: 'correction' }, 'act.correctsNothing', 'nothing corrected'),
  ok('olga', 'acts.add', act),
  refused('olga', 'acts.add', act, 'act.same', 'the same again'),
  ok('olga', 'acts.list', { month: '2026-10' }),
  ok('olga', 'acts.get', (seen) => ({ id: idIn(seen) })),
  ok('olga', 'acts.update', (seen) => ({ id: idIn(seen), note: 'оригинал в архиве' })),
  refused(
    'olga',
    'acts.update',
    (seen: Seen) => ({ id: idIn(seen), connectionId: 'none' }),
    'connection.notFound',
    'no such account',
  ),
  refused('anna', 'acts.get', (seen: Seen) => ({ id: idIn(seen) }), 'act.notFound', 'another’s'),
  refused(
    'anna',
    'acts.withdraw',
    (seen: Seen) => ({ id: idIn(seen), reason: 'чужой' }),
    'act.notFound',
    'another’s',
  ),
  ok('olga', 'payments.load', { tokens: ['none'] }),
  ok('olga', 'payments.list', { month: '2026-10', isUnmatched: true }),
  refused('olga', 'payments.match', { id: 'none', actId: null }, 'payment.notFound', 'no such payment'),
  refused('olga', 'payments.remove', { id: 'none' }, 'payment.notFound', 'no such payment'),
  ok('olga', 'acts.withdraw', (seen) => ({ id: idIn(seen), reason: 'введён по ошибке' })),
]

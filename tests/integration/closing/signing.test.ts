import { afterEach, beforeEach, expect, it } from 'vitest'
import { reconciliations } from '#main/store/schema/acts.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openClosing } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openClosing()
  at.billMonth('122')
})
afterEach(() => at.close())

const code = (expected: string) => expect.objectContaining({ code: expected })

it('is signed with a name, and the figures that were signed are kept', () => {
  at.act({ total: '3782', vat: '682' })
  at.sign()
  expect(at.ladder()).toMatchObject({
    signed: { byName: 'Анна', note: null, difference: '0' },
    isStale: false,
  })
})

it('a difference is signed with a note only, and so is a month without an act', () => {
  expect(() => at.sign()).toThrow(code('reconciliation.needsReason'))
  at.sign('акта не будет: только грант')
  expect(at.ladder().signed).toMatchObject({ note: 'акта не будет: только грант' })
  at.act({ total: '4000', vat: '721.31' })
  expect(at.ladder().isStale).toBe(true)
  expect(() => at.sign()).toThrow(code('reconciliation.needsNote'))
  expect(() => at.sign('   ')).toThrow(code('reconciliation.needsNote'))
  at.sign('поставщик пришлёт исправленный акт')
  expect(at.ladder()).toMatchObject({ signed: { difference: '218' }, isStale: false })
})

it('is no longer what was signed as soon as a figure changes, and a new signature takes its place', () => {
  at.act({ total: '3782', vat: '682' })
  at.sign()
  at.bill([fileLine({ day: '2026-10-09', femtos: femtos('1') })])
  expect(at.ladder().isStale).toBe(true)
  at.sign('строка пришла позже')
  expect(at.ladder().isStale).toBe(false)
  expect(at.store.read.select().from(reconciliations).all()).toHaveLength(2)
})

it('is taken back with a reason, and stays on record; the one before does not come back', () => {
  at.act({ total: '3782', vat: '682' })
  at.sign()
  at.sign()
  at.unsign('не тот акт')
  expect(at.ladder().signed).toBeNull()
  expect(() => at.unsign()).toThrow(code('reconciliation.notSigned'))
  expect(at.store.read.select().from(reconciliations).all().at(-1)).toMatchObject({
    ...{ signedBy: 'u1', undoneBy: 'u1', undoneWhy: 'не тот акт' },
  })
})

it('nothing is signed or taken back in a closed month', () => {
  at.act({ total: '3782', vat: '682' })
  at.sign()
  at.closeMonth()
  expect(() => at.sign()).toThrow(code('reconciliation.monthClosed'))
  expect(() => at.unsign()).toThrow(code('reconciliation.monthClosed'))
  at.months.reopen(at.session, { month: '2026-10', reason: 'исправленный акт' })
  at.unsign()
})

it('an account with nothing in the month has nothing to sign', () => {
  expect(() => at.sign('без счетов', 'c2')).toThrow(code('reconciliation.nothing'))
  expect(() => at.get('c2')).toThrow(code('reconciliation.nothing'))
  expect(() => at.sign('чужое', 'c9')).toThrow(code('reconciliation.nothing'))
})

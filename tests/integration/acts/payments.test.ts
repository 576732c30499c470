import { afterEach, beforeEach, expect, it } from 'vitest'
import { decodeCp866 } from '#main/importers/acts/decode.ts'
import { bankStatement, encodeAs, octoberUpd, updXml, windows1251 } from '#tests/support/documents.ts'
import { type Opened, openActs } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openActs()
})
afterEach(() => at.shut())

const code = (expected: string) => expect.objectContaining({ code: expected })
const paid = {
  number: '15',
  day: '12.11.2026',
  amount: '1220.00',
  purpose: 'Оплата по УПД № 1001 от 31.10.2026. В том числе НДС 22%',
}
const match = (id: string, actId: string | null) => at.payments.match(at.session, { id, actId })

it.each([
  ['Windows', windows1251],
  ['DOS', (text: string) => encodeAs(text, decodeCp866)],
  ['UTF-8', (text: string) => Buffer.from(text)],
])('a statement in %s pays the act whose number its purpose names', async (encoding, encode) => {
  const [act] = await at.load(updXml(octoberUpd()))
  const landlord = { name: 'ООО «Аренда-пример»', inn: '7700000077' }
  const rent = { ...paid, number: '16', amount: '90000.00', payee: landlord, purpose: 'Аренда' }
  const told = await at.loadBank(encode(bankStatement([paid, rent], encoding)))
  expect(told).toMatchObject({ status: 'added', added: 1, matched: 1, passedOver: 1, problem: null })
  expect(at.act(act?.actId ?? '')).toMatchObject({
    act: { paid: '1220' },
    payments: [
      {
        day: '2026-11-12',
        number: '15',
        amount: '1220',
        currency: 'RUB',
        payee: { name: 'ООО "Облако-пример"', inn: '7700000001' },
        actNumber: '1001',
        matchedBy: 'number',
      },
    ],
  })
})

it('a payment counts once over statements whose days overlap', async () => {
  await at.load(updXml(octoberUpd()))
  const next = { ...paid, number: '20', amount: '5.00', purpose: 'Доплата' }
  await at.loadBank(bankStatement([paid]))
  expect(await at.loadBank(bankStatement([paid, next]))).toMatchObject({ status: 'added', added: 1 })
  expect(await at.loadBank(bankStatement([paid]))).toMatchObject({ status: 'same', added: 0 })
  expect(
    at
      .paid()
      .map(({ number }) => number)
      .sort(),
  ).toEqual(['15', '20'])
})

it('without a number it is the only act of that sum; of two, none', async () => {
  await at.load(updXml(octoberUpd()))
  const unnamed = { ...paid, purpose: 'Оплата облачных услуг' }
  expect(await at.loadBank(bankStatement([unnamed]))).toMatchObject({ matched: 1 })
  expect(at.paid()[0]?.matchedBy).toBe('amount')
  await at.load(updXml(octoberUpd({ number: '2' })), updXml(octoberUpd({ number: '3' })))
  expect(await at.loadBank(bankStatement([{ ...unnamed, number: '16' }]))).toMatchObject({ matched: 0 })
})

it('a payment without an act stays in sight, and finds the act when it comes', async () => {
  const selectel = { name: 'ООО «Селектел»', inn: '7700000003' }
  const prepaid = { ...paid, payee: selectel, purpose: 'Пополнение баланса' }
  expect(await at.loadBank(bankStatement([prepaid]))).toMatchObject({ added: 1, matched: 0 })
  expect(at.paid('2026-11')).toMatchObject([{ actId: null, connectionId: null }])
  await at.load(updXml(octoberUpd({ supplier: { ...selectel, kpp: '770001001' } })))
  expect(at.paid('2026-11')).toMatchObject([{ actNumber: '1001', matchedBy: 'amount' }])
  // It is shown beside the documents of the month that it pays too.
  expect(at.paid('2026-10')).toHaveLength(1)
})

it('a person matches by hand, and what they took off is not put back', async () => {
  const [first, second] = await at.load(updXml(octoberUpd()), updXml(octoberUpd({ number: '2' })))
  await at.loadBank(bankStatement([paid]))
  const id = at.paid()[0]?.id ?? ''
  match(id, second?.actId ?? '')
  expect(at.paid()[0]).toMatchObject({ actNumber: '2', matchedBy: 'person' })
  match(id, null)
  await at.load(updXml(octoberUpd({ number: '3' })))
  expect(at.paid()[0]).toMatchObject({ actId: null, matchedBy: 'person' })
  const other = { name: 'ООО «Другое-пример»', inn: '7700000055', kpp: '770001001' }
  const [foreign] = await at.load(updXml(octoberUpd({ supplier: other })))
  expect(() => match(id, foreign?.actId ?? '')).toThrow(code('payment.otherPayee'))
  expect(() => match('nobody', first?.actId ?? '')).toThrow(code('payment.notFound'))
  expect(() => match(id, 'nobody')).toThrow(code('act.notFound'))
})

it('the payment of a withdrawn act is free again, a removed one is gone', async () => {
  const [first] = await at.load(updXml(octoberUpd()))
  await at.loadBank(bankStatement([paid]))
  at.acts.withdraw(at.session, { id: first?.actId ?? '', reason: 'Ошибка' })
  const [payment] = at.paid()
  expect(payment).toMatchObject({ actId: null, matchedBy: null })
  at.payments.remove(at.session, { id: payment?.id ?? '' })
  expect(at.paid()).toEqual([])
  expect(() => at.payments.remove(at.session, { id: payment?.id ?? '' })).toThrow(code('payment.notFound'))
})

it.each([
  ['another file', 'дата;сумма\n01.10.2026;5\n'],
  ['a statement cut short', bankStatement([paid]).slice(0, -60)],
  ['nothing', ''],
])('%s is no statement', async (_, text) => {
  expect(await at.loadBank(text)).toMatchObject({
    status: 'failed',
    added: 0,
    problem: { code: 'payment.notABankFile' },
  })
  expect(at.paid()).toEqual([])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { listRates } from '#main/queries/rates.query.ts'
import { day } from '#shared/lib/day.ts'
import { type Bank, rangeXml, startBank } from '#tests/fakes/bank.ts'
import { type Opened, openRates } from './open.ts'

let bank: Bank
let at: Opened
beforeEach(async () => {
  bank = await startBank()
  at = await openRates({ bankAddress: bank.address })
})
afterEach(async () => {
  at.close()
  await bank.close()
})

const fetchDays = (from: string, to: string) =>
  at.rates.startFetch(at.session, at.scope, { from: day(from), to: day(to) })
const asked = () =>
  bank.asked.map((url) => `${url.pathname.split('/').at(-1)}?${url.searchParams.get('VAL_NM_RQ') ?? ''}`)

it('a Sunday is kept under the day that its rates were set for', async () => {
  expect(await fetchDays('2026-11-01', '2026-11-01')).toMatchObject({
    added: 3,
    from: '2026-10-30',
    to: '2026-10-30',
    unknown: ['XDR'],
  })
  expect(bank.asked[0]?.search).toBe('?date_req=01/11/2026')
  const { days } = listRates(at.scope, { month: '2026-11', currencies: ['USD'] })
  expect(days[0]).toMatchObject({
    day: '2026-11-01',
    rates: [{ day: '2026-10-30', value: '80.1234', by: 'Анна' }],
  })
})

it('a range is asked for by currency, with days before it that still hold on its first one', async () => {
  at.charge('2026-10-05', 'KZT', '10')
  expect(await fetchDays('2026-10-01', '2026-10-31')).toMatchObject({ from: '2026-09-30', to: '2026-10-10' })
  expect(asked()).toEqual(['R01335', 'R01235', 'R01239', 'R01375'].map((id) => `XML_dynamic.asp?${id}`))
  expect(bank.asked[0]?.searchParams.get('date_req1')).toBe('16/09/2026')
  expect(listRates(at.scope, { month: '2026-10', currencies: ['USD'] }).days[0]?.rates[0]?.value).toBe('79')
})

it('a currency whose number is not known is looked up in the list of the last day', async () => {
  at.charge('2026-10-05', 'SAR', '10')
  at.charge('2026-10-05', 'TWD', '10')
  const { currencies, unknown } = await fetchDays('2026-10-01', '2026-10-31')
  expect(asked().slice(0, 2)).toEqual(['XML_daily.asp?', 'XML_dynamic.asp?R09999'])
  expect(currencies).toContain('SAR')
  expect(unknown).toEqual(['TWD'])
})

it('days to come are not asked for beyond tomorrow', async () => {
  await fetchDays('2026-11-10', '2027-11-10')
  expect(bank.asked[0]?.searchParams.get('date_req2')).toBe('21/11/2026')
})

it.each([
  [
    'the page of a network that wants a sign-in',
    { body: '<!DOCTYPE html><html><body>Wi-Fi</body></html>' },
    'badAnswer',
  ],
  ['words', { body: 'Error in parameters' }, 'badAnswer'],
  ['a range cut short', { body: rangeXml('R01235', [['01.10.2026', '80']]).slice(0, -30) }, 'badAnswer'],
  ['a rate that is none', { body: rangeXml('R01235', [['01.10.2026', 'NaN']]) }, 'badAnswer'],
  ['a failure of the server', { status: 500, body: '' }, 'unreachable'],
  ['more than rates can be', { body: Buffer.alloc(9 * 1024 * 1024, 32) }, 'unreachable'],
])('%s changes nothing', async (_, answer, reason) => {
  bank.answer = () => answer
  await expect(fetchDays('2026-10-01', '2026-10-31')).rejects.toEqual(
    expect.objectContaining({ code: `rates.${reason}` }),
  )
  expect(listRates(at.scope, { month: '2026-10' }).known).toEqual([])
})

it('a failure amid the currencies keeps nothing of the first ones', async () => {
  const { answer } = bank
  bank.answer = (url) => (bank.asked.length > 2 ? { status: 503, body: '' } : answer(url))
  await expect(fetchDays('2026-10-01', '2026-10-31')).rejects.toMatchObject({ code: 'rates.unreachable' })
  expect(listRates(at.scope, { month: '2026-10' }).known).toEqual([])
})

it('a Bank that nobody can reach is told as such, and so is one that is left waiting for', async () => {
  bank.answer = () => ({ body: '', isHanging: true })
  const waiting = fetchDays('2026-10-01', '2026-10-31')
  const refusal = expect(waiting).rejects.toMatchObject({ code: 'rates.unreachable' })
  at.rates.close()
  await refusal
  const away = await openRates({ bankAddress: 'http://127.0.0.1:1/scripts/' })
  const input = { from: day('2026-10-01'), to: day('2026-10-02') }
  await expect(away.rates.startFetch(away.session, away.scope, input)).rejects.toMatchObject({
    code: 'rates.unreachable',
    details: { reason: 'provider.unreachable' },
  })
  away.close()
})

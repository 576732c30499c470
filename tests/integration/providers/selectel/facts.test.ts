import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { startWorld, stopWorlds } from './account.ts'

afterEach(stopWorlds)

const rub = (amount: string) => money(amount, 'RUB')

const transaction = (index: number, more: Record<string, unknown> = {}) => ({
  id_meta: { id: [index] },
  transaction_type: 'charge',
  transaction_group: 'vpc',
  balance: 'main',
  price: -100,
  state: 'approved',
  created: '2026-11-10T13:00:00',
  ...more,
})

describe('the account itself', () => {
  it('tells its balances and the whole days left', async () => {
    const { look } = await startWorld()
    const [info] = (await look()).accounts
    expect(info).toMatchObject({
      ref: '236061',
      name: '236061',
      status: 'active',
      balance: rub('12543'),
      balances: [
        { code: 'main', amount: rub('12043') },
        { code: 'bonus', amount: rub('500') },
        { code: 'vk_rub', amount: rub('0') },
      ],
      // 412 hours
      daysLeft: 17,
    })
  })

  it('understands settings that stand in another place', async () => {
    const { look, fake } = await startWorld({ quirks: { hasMisplacedSettings: true } })
    fake.model.currency = 'usd'
    expect((await look()).accounts[0]?.balance).toEqual(money('12543', 'USD'))
  })

  it('may be in debt', async () => {
    const { look, fake } = await startWorld()
    fake.model.balances.main = -1_234_567
    fake.model.forecastHours = 0
    const [info] = (await look()).accounts
    expect(info).toMatchObject({ balance: rub('-11845.67'), daysLeft: 0 })
  })

  it.each([
    ['locked', { locked: true }, 'blocked'],
    ['switched off', { enabled: false }, 'suspended'],
  ])('that is %s says so', async (_, state, status) => {
    const { look, fake } = await startWorld()
    Object.assign(fake.model.account, state)
    expect((await look()).accounts[0]?.status).toBe(status)
  })

  it('without a forecast lasts as long as at the pace of the last thirty days', async () => {
    const { look, fake } = await startWorld()
    fake.model.forecastHours = null
    fake.model.transactions.push(
      transaction(1, { price: -300_000 }),
      transaction(2, { price: -327_150 }),
      // Neither a payment in, nor what was not approved, nor what is older.
      transaction(3, { price: 5_000_000 }),
      transaction(4, { price: -9_000_000, state: 'rejected' }),
      transaction(5, { price: -9_000_000, created: '2026-10-01T00:00:00' }),
    )
    // 12543 roubles at 6271.5 roubles in thirty days
    expect((await look()).accounts[0]?.daysLeft).toBe(60)
  })

  it('reads transactions page by page in Moscow’s time, the last page being empty', async () => {
    const { look, fake } = await startWorld()
    for (let index = 0; index < 1000; index += 1) fake.model.transactions.push(transaction(index))
    const sink = await look()
    expect(sink.outcomeOf('transactions')).toMatchObject({ status: 'done', found: 1000 })
    const asked = fake.seen('GET /api/v2/billing/transactions').map(({ query }) => query)
    expect(asked.map((query) => [query.get('offset'), query.get('limit')])).toEqual([
      ['0', '500'],
      ['500', '500'],
      ['1000', '500'],
    ])
    expect(asked[0]?.get('created_from')).toBe('2026-10-21T12:00:00')
    expect(asked[0]?.get('created_to')).toBe('2026-11-20T12:00:00')
  })

  it('says what it is doing, from the first question to the last', async () => {
    const { look } = await startWorld({ filling: 'sample' })
    const { steps } = await look()
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['account', 'billing', 'inventory', 'usage'])
    for (const step of ['inventory', 'usage']) {
      const last = steps.filter((one) => one.step === step).at(-1)
      expect(last?.total).toBeGreaterThan(2)
      expect(last?.done).toBe(last?.total)
    }
  })
})

import type { z } from 'zod'
import type { AccountInfo } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import type { Currency } from '#shared/lib/currency.ts'
import {
  balanceOf,
  currencyOf,
  daysLeftByPace,
  daysLeftOf,
  type Movements,
  readMovements,
  statusOf,
} from '../billing/account.ts'
import { noPrices, type PriceList, priceListOf } from '../billing/prices.ts'
import { newCount } from '../billing/turns.ts'
import type { wireAccount, wireBalances } from '../billing/wire.ts'
import type { Client } from '../client.ts'
import { askPart } from '../outcome.ts'
import type { Run } from '../run.ts'

type Whose = { account: z.output<typeof wireAccount>['account']; ref: string }

/** What is read of the account itself, gathered on the way through a sync. */
export function createAccountStep(client: Client, { account, ref }: Whose) {
  let balances: z.output<typeof wireBalances> | null = null
  let movements: Movements | null = null
  const currency = (): Currency => (balances && currencyOf(balances)) ?? 'RUB'

  async function daysLeft(run: Run, balance: AccountInfo['balance']): Promise<number | null> {
    let forecast: number | null = null
    await askPart(run, { scope: 'prediction', endpoint: 'prediction', isAccount: true }, async () => {
      forecast = daysLeftOf(await client.prediction())
      return { ...newCount(), found: forecast === null ? 0 : 1 }
    })
    return forecast ?? (movements && daysLeftByPace(balance, movements))
  }

  return {
    currency,

    /** Comes first: the bill is told in the balance's currency. */
    async readBalances(run: Run): Promise<void> {
      await askPart(run, { scope: 'balance', endpoint: 'balance', isAccount: true }, async () => {
        balances = await client.balances()
        const { received, unreadable, first } = balances.data.billings
        return { found: received - unreadable, unreadable, first }
      })
    },

    /** Null where they may not be read. */
    async readMovements(run: Run, sinceMs: number): Promise<Movements | null> {
      const part = { scope: 'transactions', endpoint: 'transactions', isAccount: true }
      await askPart(run, part, async () => {
        movements = await readMovements(client, sinceMs, run.nowMs())
        return movements.count
      })
      return movements
    },

    async readPrices(run: Run): Promise<PriceList> {
      let list = noPrices
      const part = { scope: 'prices', endpoint: 'prices', isOptional: true, isAccount: true }
      await askPart(run, part, async () => {
        const wire = await client.prices(currency().toLowerCase())
        list = priceListOf(wire, { ref, currency: currency() })
        const { items, unreadable, first } = wire.prices
        return { found: items.length, unreadable, first }
      })
      return list
    },

    async tell(run: Run): Promise<void> {
      run.sink.progress('account', 0, null)
      const amounts = balances ? balanceOf(balances, currency()) : { balance: null, balances: [] }
      run.sink.account({
        ref,
        name: cleanName(account.name, ref),
        status: statusOf(account, balances),
        plan: null,
        ...amounts,
        daysLeft: await daysLeft(run, amounts.balance),
        daily: null,
        monthly: null,
        yearly: null,
        isYearlyPlan: null,
        limits: [],
        server: [],
        software: [],
      })
    },
  }
}

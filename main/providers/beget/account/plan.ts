import type { InventoryItem, Price } from '#main/core/model/findings.ts'
import { cleanName, rawText } from '#main/core/model/raw.ts'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'
import { itemOf, known } from '../common/finding.ts'
import { roubles } from '../common/prices.ts'
import { type Keep, strip } from '../common/strip.ts'
import type { WireAccount } from './wire.ts'

const DAYS: Readonly<Record<Period, bigint>> = { day: 1n, month: 30n, year: 365n }
const KEPT_OF_PLAN: Keep = {
  plan_name: true,
  user_rate_current: true,
  user_rate_month: true,
  user_rate_year: true,
  user_is_year_plan: true,
}
/** Beget rounds each price to the kopeck: so much may part two sums of the same things. */
const ROUNDING_FEMTOS = 10n ** 13n
/** Less than a rouble a day is no plan. */
const NO_PLAN_FEMTOS = FEMTOS_PER_UNIT

type Period = 'day' | 'month' | 'year'
type AccountRate = { amount: Money<'RUB'>; period: Period }

/** The account's rate: a year's where it pays by the year, else the day's, else the month's; null where none is told. */
export function accountRate(wire: WireAccount): AccountRate | null {
  const year = stated(wire.user_rate_year, 'year')
  const rest = [stated(wire.user_rate_current, 'day'), stated(wire.user_rate_month, 'month'), year]
  const rates = wire.user_is_year_plan === true ? [year, ...rest] : rest
  const told = rates.filter((rate) => rate !== null)
  return told.find(({ amount }) => amount.femtos > 0n) ?? told[0] ?? null
}

function stated(text: string | null, period: Period): AccountRate | null {
  const amount = roubles(text)
  return amount !== null && amount.femtos >= 0n ? { amount, period } : null
}

/**
 * The plan as a line of cost. The account's rate is what it burns a day, servers and cloud services included (an
 * account of servers for 22 and 9,73 and a database for 29 roubles has the rate 60,73): what is left of it after them
 * is the plan, with whatever Beget states no price of, such as further addresses. So all lines together are the rate,
 * and nothing is counted twice. A rate that the services alone exceed cannot include them, and is the plan's whole.
 */
export function planItem(
  wire: WireAccount,
  rate: AccountRate,
  services: { daily: Money<'RUB'>; count: number },
): InventoryItem {
  const name = cleanName(wire.plan_name, '')
  return itemOf({
    ref: 'plan',
    name: name === '' ? 'Тариф' : `Тариф ${name}`,
    type: 'hosting',
    kind: 'plan',
    service: 'Хостинг',
    price: withoutServices(rate, services),
    attributes: known({ tariff: name, isPaidByYear: wire.user_is_year_plan }),
    raw: rawText(strip(wire, KEPT_OF_PLAN)),
  })
}

function withoutServices(rate: AccountRate, { daily, count }: { daily: Money<'RUB'>; count: number }): Price {
  const { amount, period } = rate
  const left = amount.femtos - daily.femtos * DAYS[period]
  const rounding = ROUNDING_FEMTOS * BigInt(count) * DAYS[period]
  // Many small roundings must not pass for services that the rate leaves out: everything would be counted twice.
  if (left < -(rounding + amount.femtos / 100n)) return rate
  const isNothing = left <= rounding && left <= NO_PLAN_FEMTOS * DAYS[period]
  return { amount: fromFemtos(isNothing ? 0n : left, amount.currency), period }
}

/** What a service adds to the account's rate: nothing while it is blocked for debt, or gone. */
export function dailyOf({ price, status }: InventoryItem): Money<'RUB'> {
  if (price === null || price.amount.currency !== 'RUB' || status === 'blocked' || status === 'gone')
    return fromFemtos(0n, 'RUB')
  return fromFemtos(normalizePrice(price.amount, price.period).daily.femtos, 'RUB')
}

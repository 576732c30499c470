import type { Json } from './fake-list.ts'
import { hostingFacts } from './hosting.ts'
import type { BegetState } from './state.ts'

const number = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0))

function serverDaily(server: Json): number {
  if (server.archived === true) return 0
  const { price_day, price_month } = (server.configuration ?? {}) as Json
  const { license = [] } = (server.software ?? {}) as { license?: Json[] }
  const licences = license.map(({ billing }) => {
    const { daily, monthly } = billing as { daily?: Json; monthly?: Json }
    return number(daily?.price_day) || number(monthly?.price_month) / 30
  })
  return licences.reduce((sum, day) => sum + day, number(price_day) || number(price_month) / 30)
}

/** What the account burns a day, the way Beget counts it: to the kopeck. */
function dailyRate({ account, servers, services, snapshots, images }: BegetState): number {
  if (account.rateCovers === 'plan') return account.planDaily
  const all = [
    ...servers.all().map(serverDaily),
    ...services.all().map((service) => number(service.price_day) || number(service.price_month) / 30),
    ...snapshots.all().map(({ price_day }) => number(price_day)),
    ...images.all().map(({ price }) => number(price)),
  ]
  return all.reduce((sum, day) => sum + day, account.planDaily)
}

export function accountInfo(state: BegetState): Json {
  const { account, sites, domains, ftp, mailboxes } = state
  const rate = dailyRate(state)
  const days = rate > 0 ? Math.max(0, Math.floor(number(account.balance) / rate)) : 9999
  return {
    ...hostingFacts(),
    user_sites: sites.count(),
    user_domains: domains.count(),
    user_ftp: ftp.count(),
    user_mail: mailboxes.count(),
    user_rate_current: rate.toFixed(2),
    user_is_year_plan: account.isYearPlan ? '1' : '0',
    user_rate_year: Math.round(rate * 365),
    user_rate_month: Math.round(rate * 30.4167),
    user_balance: account.balance,
    user_days_to_block: days,
    ...account.facts,
  }
}

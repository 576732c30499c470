import type { z } from 'zod'
import type { Each } from '#main/providers/http/each-of.ts'
import { isPortal, parseJson, statusError } from '#main/providers/http/judge.ts'
import { offsetPages } from '#main/providers/http/pages.ts'
import type { Http, HttpRequest } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import { jsonRows, type Row } from './billing/json-rows.ts'
import {
  type WireTransaction,
  wireAccount,
  wireBalances,
  wirePrediction,
  wirePrices,
  wireProjects,
  wireResellProjects,
  wireTransactions,
} from './billing/wire.ts'
import { ACCOUNT_ROLE } from './rights.ts'

/** Statistics and reports are counted while one waits. */
const SLOW_MS = 120_000
const PEEK = 200
const MOST_SAID = 100_000
const TRANSACTIONS_PAGE = 500
const MAX_TRANSACTION_PAGES = 400

/** Products whose consumption the statistics tell; the last three are seen in the wild and in no document. */
export const DOCUMENTED_PRODUCTS = [
  'vpc',
  'serverless',
  'mks',
  'dbaas',
  'storage',
  'cdn',
  'vmware',
  'craas',
  'ones',
  'mobfarm',
  'ses',
] as const
export const ALL_PRODUCTS = [...DOCUMENTED_PRODUCTS, 'private_storage', 'inference', 'netdisk'] as const

type Tally = (page: Omit<Each<unknown>, 'items'>) => void

type ConsumptionQuery = {
  products: readonly string[]
  /** Moscow wall clock's time; the last second belongs to it. */
  start: string
  end: string
  grouping: string
  period: 'hour' | 'day'
}

/** Whatever the static token opens: the account, its projects, its bill. */
export function createClient(http: Http, apiUrl: string, token: string) {
  const headers = { 'x-token': token, accept: 'application/json' }
  const request = (path: string, endpoint: string): HttpRequest => ({
    method: 'GET',
    url: `${apiUrl}${path}`,
    headers,
    endpoint,
    right: ACCOUNT_ROLE,
  })
  const get = <S extends z.ZodType>(path: string, endpoint: string, schema: S) =>
    http.json(request(path, endpoint), schema)

  /** The rows of an answer that may be too big to be held as objects, or as text. */
  async function rows(asked: HttpRequest): Promise<Generator<Row, void>> {
    const { bytes = new Uint8Array(), ...answer } = await http.request({
      ...asked,
      timeoutMs: SLOW_MS,
      asBytes: true,
    })
    const host = new URL(asked.url).host
    const isGood = answer.status >= 200 && answer.status < 300
    // A complaint, or somebody else's page, shows at its beginning.
    const text = new TextDecoder('utf-8').decode(bytes.subarray(0, isGood ? PEEK : MOST_SAID))
    if (isPortal({ ...answer, text })) throw new AppError('provider.portal', { host })
    const refused = isGood
      ? null
      : statusError({ ...answer, text, body: parseJson(text) }, asked, host, http.said)
    if (refused) throw refused
    return readable(jsonRows(bytes, 'data'), host)
  }

  return {
    account: () => get('/vpc/resell/v2/accounts', 'account', wireAccount),
    projects: () => get('/vpc/resell/v2/projects', 'projects', wireResellProjects),
    balances: () => get('/v3/balances', 'balance', wireBalances),
    prediction: () => get('/v2/billing/prediction', 'prediction', wirePrediction),
    prices: (currency: string) =>
      get(`/v2/billing/vpc/prices?currency=${encodeURIComponent(currency)}`, 'prices', wirePrices),

    billedProjects(products: readonly string[]) {
      const query = new URLSearchParams(keysOf(products))
      return get(`/v1/cloud_billing/statistic/projects?${query}`, 'consumption/projects', wireProjects)
    },

    consumption({ products, start, end, grouping, period }: ConsumptionQuery) {
      const query = new URLSearchParams([
        ...keysOf(products),
        ['start', start],
        ['end', end],
        ['locale', 'ru'],
        ['group_type', grouping],
        ['period_group_type', period],
      ])
      const path = `/v1/cloud_billing/statistic/consumption?${query}`
      return rows(request(path, 'consumption'))
    },

    report(from: Day, to: Day) {
      const query = new URLSearchParams({ start: from, end: to, locale: 'ru' })
      const path = `/v1/billing/report/by_project/flat?${query}`
      return rows(request(path, 'report'))
    },

    /** Newest or oldest first, as the provider likes; the times are Moscow's, without an offset. */
    transactions(from: string, to: string, tally: Tally) {
      return offsetPages<WireTransaction>({
        host: new URL(apiUrl).host,
        maxPages: MAX_TRANSACTION_PAGES,
        limit: TRANSACTIONS_PAGE,
        idOf: (one) =>
          JSON.stringify([
            one.id_meta?.id,
            one.created,
            one.price,
            one.transaction_group,
            one.transaction_type,
          ]),
        fetch: async (offset, limit) => {
          const query = new URLSearchParams({
            created_from: from,
            created_to: to,
            limit: String(limit),
            offset: String(offset),
          })
          const path = `/v2/billing/transactions?${query}`
          const { data } = await get(path, 'transactions', wireTransactions)
          tally(data)
          return { ...data, total: null }
        },
      })
    },
  }
}

const keysOf = (products: readonly string[]): [string, string][] =>
  products.map((key) => ['provider_keys', key])

export type Client = ReturnType<typeof createClient>

/** A body that breaks off is told as such, wherever in it that is found. */
function* readable(rows: Generator<Row, void>, host: string): Generator<Row, void> {
  try {
    yield* rows
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new AppError('provider.badAnswer', { host, path: 'data', problem: 'json' })
  }
}

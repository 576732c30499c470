import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import { consumptionRows, reportRows, STEPS } from './bill.ts'
import type { Doors } from './doors.ts'
import { atMoscow, DAY_MS, moscow } from './ids.ts'
import { kopecksByProduct, type SelectelModel } from './model.ts'
import { priceRows } from './rates.ts'
import { dedicatedRecord } from './records.ts'

const refused = (field: string, problem: string): FakeAnswer => ({
  status: 422,
  json: { status: 'error', code: 'UNPROCESSABLE_ENTITY', error: { [field]: [problem] } },
})
const MISSING = 'Missing data for required field.'

/** Rows beyond this many go out as text, so that a hundred thousand of them need no tree of objects. */
const MOST_OBJECTS = 5000

function listed(
  rows: Iterable<unknown>,
  wrap: (list: string) => string,
  asJson: (rows: unknown[]) => unknown,
): FakeAnswer {
  const some: unknown[] = []
  const texts: string[] = []
  for (const row of rows) {
    if (texts.length === 0 && some.length < MOST_OBJECTS) some.push(row)
    else texts.push(JSON.stringify(row))
  }
  if (texts.length === 0) return { json: asJson(some) }
  const list = [...some.map((row) => JSON.stringify(row)), ...texts].join(',')
  return { headers: { 'content-type': 'application/json' }, text: wrap(`[${list}]`) }
}

/** What the static token opens: account, projects, balance, prices and the bill in all its forms. */
export function accountRoutes(model: SelectelModel, doors: Doors): FakeRoute[] {
  function consumption({ query }: FakeRequest): FakeAnswer {
    const [start, end, grouping] = [query.get('start'), query.get('end'), query.get('group_type') ?? '']
    const step = STEPS[query.get('period_group_type') ?? '']
    const products = query.getAll('provider_keys')
    const { quirks } = model
    if (!query.get('locale')) return refused('locale', MISSING)
    if (!start || !end || step === undefined) return refused('start', MISSING)
    const odd = products.find((product) => !quirks.products.has(product))
    if (odd !== undefined) return refused('provider_keys', `Not a valid choice: ${odd}.`)
    if (!quirks.groupings.has(grouping)) return refused('group_type', 'Not a valid choice.')
    const rows = consumptionRows(model, {
      products: new Set(products),
      fromMs: atMoscow(start),
      // The last second belongs to the span.
      toMs: atMoscow(end) + 1000,
      grouping,
      stepMs: step,
    })
    const all = grouping === 'project' ? rows : chain(quirks.junkRows, rows)
    return listed(
      all,
      (list) => `{"status":"success","data":${list}}`,
      (data) => ({ status: 'success', data }),
    )
  }

  function report({ query }: FakeRequest): FakeAnswer {
    const [start, end] = [query.get('start'), query.get('end')]
    if (!query.get('locale')) return refused('locale', MISSING)
    if (!start || !end) return refused('start', MISSING)
    const rows = reportRows(model, atMoscow(start), atMoscow(end) + DAY_MS)
    return listed(
      rows,
      (list) => list,
      (list) => list,
    )
  }

  function balances(): FakeAnswer {
    const { main, bonus, vk_rub } = model.balances
    const settings = { mode: 'prepay', currency: model.currency, avaliable_billings: ['primary'] }
    const sum = main + bonus
    const billing = {
      billing_type: 'primary',
      balances_values_sum: sum,
      final_sum: sum,
      debt_sum: 0,
      debt: [],
      balances: Object.entries({ main, bonus, vk_rub }).map(([balance_type, value], index) => ({
        balance_id: 500 + index,
        balance_type,
        value,
      })),
    }
    const data = { billings: [billing], debt_status: 'success' }
    return {
      json: model.quirks.hasMisplacedSettings
        ? { status: 'success', settings, data }
        : { status: 'success', data: { settings, ...data } },
    }
  }

  function transactions({ query }: FakeRequest): FakeAnswer {
    const offset = query.get('offset')
    const [from, to] = [query.get('created_from'), query.get('created_to')]
    if (!from || !to) return refused('created_from', MISSING)
    if (offset === null) return refused('offset', MISSING)
    const all = [...dailyCharges(model), ...model.transactions].filter(
      ({ created }) => String(created) >= from && String(created) <= to,
    )
    const limit = Number(query.get('limit') ?? 100)
    return { json: { status: 'success', data: all.slice(Number(offset), Number(offset) + limit) } }
  }

  const projects = (hidden: Set<string>) => model.projects.filter(({ id }) => !hidden.has(id))
  const dedicated = (request: FakeRequest): FakeAnswer => {
    const project = doors.projectOf(request)
    if (project === null) return { status: 401, json: { message: 'unauthorized' } }
    const things = [...model.things.values()].filter(
      (thing) => thing.shelf === 'dedicated' && thing.goneMs === null && thing.project === project,
    )
    return { json: { result: things.map(dedicatedRecord) } }
  }
  const named =
    (uuids: () => unknown[]) =>
    (request: FakeRequest): FakeAnswer =>
      doors.projectOf(request) === null ? { status: 401, text: '' } : { json: { result: uuids() } }

  return [
    {
      pattern: 'GET /api/vpc/resell/v2/accounts',
      handle: (request) =>
        doors.account(request, 'account', () => {
          const { number, enabled, locked } = model.account
          return { json: { account: { name: number, enabled, locked, onboarding: false, locks: [] } } }
        }),
    },
    {
      pattern: 'GET /api/vpc/resell/v2/projects',
      handle: (request) =>
        doors.account(request, 'projects', () => ({
          json: { projects: projects(model.hiddenFrom.account).map((p) => ({ ...p, enabled: true })) },
        })),
    },
    { pattern: 'GET /api/v3/balances', handle: (request) => doors.account(request, 'balance', balances) },
    {
      pattern: 'GET /api/v2/billing/prediction',
      handle: (request) =>
        doors.account(request, 'balance', () => ({
          json: {
            status: 'success',
            data: { primary: model.forecastHours, storage: null, vmware: null, vpc: null },
          },
        })),
    },
    {
      pattern: 'GET /api/v2/billing/transactions',
      handle: (request) => doors.account(request, 'transactions', () => transactions(request)),
    },
    {
      pattern: 'GET /api/v2/billing/vpc/prices',
      handle: (request) =>
        doors.account(request, 'prices', () => ({
          json: {
            currency: request.query.get('currency'),
            prices: priceRows(model.pools, model.account.number),
          },
        })),
    },
    {
      pattern: 'GET /api/v1/cloud_billing/statistic/projects',
      handle: (request) =>
        doors.account(request, 'consumption', () => {
          const odd = request.query.getAll('provider_keys').find((key) => !model.quirks.products.has(key))
          if (odd !== undefined) return refused('provider_keys', `Not a valid choice: ${odd}.`)
          return { json: { status: 'success', data: projects(model.hiddenFrom.bill) } }
        }),
    },
    {
      pattern: 'GET /api/v1/cloud_billing/statistic/consumption',
      handle: (request) => doors.account(request, 'consumption', () => consumption(request)),
    },
    {
      pattern: 'GET /api/v1/billing/report/by_project/flat',
      handle: (request) => doors.account(request, 'report', () => report(request)),
    },
    { pattern: 'GET /api/servers/v2/resource', handle: dedicated },
    { pattern: 'GET /api/servers/v2/location', handle: named(() => dedicatedNames.locations) },
    { pattern: 'GET /api/servers/v2/service/server', handle: named(() => dedicatedNames.services) },
    { pattern: 'GET /api/servers/v2/service/serverchip', handle: named(() => []) },
  ]
}

const dedicatedNames = {
  locations: [{ uuid: '000000c9-0000-4000-8000-000000000001', name: 'Москва, MSK-2' }],
  services: [{ uuid: '000000ca-0000-4000-8000-000000000001', name: 'EL09-SSD', config_name: 'EL09-SSD' }],
}

function* chain(...parts: Iterable<unknown>[]): Generator<unknown> {
  for (const part of parts) yield* part
}

/** What the account was charged for each of the last days by product, as a bookkeeper sees it. */
function dailyCharges(model: SelectelModel): Record<string, unknown>[] {
  const today = moscow(model.nowMs()).slice(0, 10)
  return Array.from({ length: 3 }, (_, index) => {
    const startMs = atMoscow(today) - (index + 1) * DAY_MS
    return [...kopecksByProduct(model, startMs, startMs + DAY_MS)].map(([product, kopecks], place) => ({
      id_meta: { id: [900_000 + index * 100 + place] },
      transaction_type: 'charge',
      transaction_group: product,
      balance: 'main',
      price: -kopecks,
      state: 'approved',
      created: moscow(startMs + DAY_MS - 1000),
      dir: 'outgoing',
      public_description: { ru: 'Облачная платформа', en: 'Cloud platform' },
      description: { ru: 'Списание за день', en: 'Daily charge' },
      server_meta: {},
    }))
  }).flat()
}

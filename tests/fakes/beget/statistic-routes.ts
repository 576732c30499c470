import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import type { FakeList, Json } from './fake-list.ts'
import type { BegetState } from './state.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How far back a period reaches, and how far apart its points are. */
const PERIODS: Readonly<Record<string, { lastsMs: number; everyMs: number }>> = {
  HOUR: { lastsMs: HOUR_MS, everyMs: MINUTE_MS },
  DAY: { lastsMs: 24 * HOUR_MS, everyMs: 10 * MINUTE_MS },
  WEEK: { lastsMs: 7 * 24 * HOUR_MS, everyMs: HOUR_MS },
  MONTH: { lastsMs: 30 * 24 * HOUR_MS, everyMs: 6 * HOUR_MS },
}

const MOSCOW_MS = 3 * HOUR_MS

/** Both forms that times have been seen in: with the offset, and Moscow's clock without one. */
function timeText(ms: number, isBare: boolean): string {
  const text = new Date(ms + MOSCOW_MS).toISOString()
  return isBare ? text.slice(0, 19).replace('T', ' ') : `${text.slice(0, 19)}+03:00`
}

/** A steady wave between a third and two thirds of `top`. Every tenth point is a hole, and the last has no figure. */
function series(top: number, { query }: FakeRequest, nowMs: number, isBare = false): Json {
  const { lastsMs, everyMs } = PERIODS[query.get('period') ?? 'HOUR'] ?? { lastsMs: 0, everyMs: 1 }
  const count = Math.floor(lastsMs / everyMs)
  const firstMs = nowMs - count * everyMs
  const date = Array.from({ length: count }, (_, at) => timeText(firstMs + at * everyMs, isBare))
  const value = date.map((_, at) => (at % 10 === 9 ? null : Math.round(top * (1 + (at % 4) / 3) * 100) / 300))
  return { date, value: value.slice(0, -1) }
}

type Sizes = { cpu_count: number; memory: number; disk_size: number }

/** Every third machine tells its processor as the sum over the cores. */
function figures(kind: string, index: number, sizes: Sizes, request: FakeRequest, nowMs: number): FakeAnswer {
  const { cpu_count: cores, memory, disk_size: disk } = sizes
  const of = (top: number, isBare = false) => series(top, request, nowMs, isBare)
  switch (kind) {
    case 'cpu':
      return { json: { cpu: of(index % 3 === 0 ? 100 * cores : 60) } }
    case 'memory':
      return { json: { memory: of(memory, index % 2 === 1) } }
    case 'disk-usage':
      return { json: { disk_usage: of(disk) } }
    case 'network':
      return {
        json: {
          data_rx: of(3_000_000),
          data_tx: of(6_000_000),
          data_rx_private: of(1),
          data_tx_private: of(1),
        },
      }
    default:
      return { status: 404, json: { code: 5, message: 'no such statistic' } }
  }
}

export function statisticRoutes(state: BegetState, nowMs: () => number): FakeRoute[] {
  function answer(list: FakeList, request: FakeRequest, sizesOf: (record: Json) => Sizes): FakeAnswer {
    const { id = '', kind = '' } = request.params
    if (!list.has(id)) return { status: 404, json: { code: 5, message: 'not found' } }
    // The numbers of the fake end in their place of the list.
    const index = Number.parseInt(id.slice(-12), 16)
    return figures(kind, index, sizesOf(list.get(id)), request, nowMs())
  }
  const database: FakeRoute['handle'] = (request) =>
    answer(state.services, request, (service) => {
      const details = service[String(service.type).toLowerCase()] as { configuration: Sizes }
      return details.configuration
    })
  return [
    {
      pattern: 'GET /v1/vps/statistic/:kind/:id',
      handle: (request) => answer(state.servers, request, ({ configuration }) => configuration as Sizes),
    },
    { pattern: 'GET /v1/cloud/mysql/:id/statistic/:kind', handle: database },
    { pattern: 'GET /v1/cloud/postgresql/:id/statistic/:kind', handle: database },
  ]
}

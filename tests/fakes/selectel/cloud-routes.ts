import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import { type Doors, unauthorized } from './doors.ts'
import { metricAnswer } from './metrics.ts'
import type { SelectelModel, Shelf, Thing } from './model.ts'
import {
  balancerRecord,
  flavorRecords,
  floatingIpRecord,
  imageRecord,
  portRecord,
  serverRecord,
  shareRecord,
  snapshotRecord,
  volumeRecord,
} from './records.ts'

const MOST = 1000

/** OpenStack's services, of every pool. */
export function cloudRoutes(model: SelectelModel, doors: Doors): FakeRoute[] {
  const index = createIndex(model)

  /** A page of a list: as many as were asked for, after the marker, with a link when there are more. */
  function page<T>(
    key: string,
    all: readonly T[],
    idOf: (one: T) => string,
    render: (one: T) => unknown,
    request: FakeRequest,
  ): FakeAnswer {
    const { query } = request
    const marker = query.get('marker')
    const start = marker === null ? 0 : all.findIndex((one) => idOf(one) === marker) + 1
    const limit = Math.min(MOST, Number(query.get('limit') ?? MOST))
    const some = all.slice(start, start + limit)
    const hasMore = start + some.length < all.length
    const last = some.at(-1)
    const href = `${request.path}?marker=${last ? idOf(last) : ''}`
    const more = hasMore
      ? key === 'images'
        ? { next: href }
        : { [`${key}_links`]: [{ rel: 'next', href }] }
      : {}
    return { json: { [key]: some.map(render), ...more } }
  }

  function list(path: string, key: string, shelf: Shelf, render: (thing: Thing) => unknown): FakeRoute[] {
    const handle = (request: FakeRequest) =>
      inPool(request, (project, pool) =>
        page(key, index.of(shelf, project, pool), ({ id }) => id, render, request),
      )
    const paths = path.startsWith('volume/v3/') ? [path, path.replace('v3/', 'v3/:project/')] : [path]
    return paths.map((one) => ({ pattern: `GET /cloud/:pool/${one}`, handle }))
  }

  /** A pool where nobody answers takes the request and says nothing. */
  async function inPool(
    request: FakeRequest,
    answer: (project: string, pool: string) => FakeAnswer,
  ): Promise<FakeAnswer> {
    const pool = request.params.pool ?? ''
    if (model.quirks.silent.has(pool)) await new Promise(() => undefined)
    const project = doors.projectOf(request)
    return project === null ? unauthorized : answer(project, pool)
  }

  const servers = list('compute/v2.1/servers/detail', 'servers', 'server', (thing) =>
    serverRecord(model, thing),
  )
  return [
    ...servers.map(({ pattern, handle }) => ({
      pattern,
      handle: (request: FakeRequest): FakeAnswer | Promise<FakeAnswer> =>
        model.quirks.refusesVersions && request.headers['openstack-api-version']
          ? {
              status: 406,
              json: { computeFault: { code: 406, message: 'Version is not supported by the API.' } },
            }
          : handle(request),
    })),
    {
      pattern: 'GET /cloud/:pool/compute/v2.1/flavors/detail',
      handle: (request) =>
        inPool(request, () =>
          page(
            'flavors',
            flavorRecords(model.things.values()),
            ({ id }) => id,
            (one) => one,
            request,
          ),
        ),
    },
    ...list('volume/v3/volumes/detail', 'volumes', 'volume', volumeRecord),
    ...list('volume/v3/snapshots/detail', 'snapshots', 'snapshot', snapshotRecord),
    ...list('network/v2.0/ports', 'ports', 'port', portRecord),
    ...list('network/v2.0/floatingips', 'floatingips', 'floatingIp', floatingIpRecord),
    ...list('image/v2/images', 'images', 'image', imageRecord),
    ...list('share/v2/shares/detail', 'shares', 'share', shareRecord),
    ...list('load-balancer/v2.0/lbaas/loadbalancers', 'loadbalancers', 'balancer', balancerRecord),
    {
      pattern: 'POST /cloud/:pool/metric/v1/aggregates',
      handle: (request) => inPool(request, (project) => metricAnswer(model, project, request)),
    },
  ]
}

/** Lists by shelf, project and pool, made anew when something was added or went. */
export function createIndex(model: SelectelModel) {
  let size = -1
  let gone = -1
  let lists = new Map<string, Thing[]>()
  const refresh = (): void => {
    let goneNow = 0
    for (const { goneMs } of model.things.values()) if (goneMs !== null) goneNow += 1
    if (size === model.things.size && gone === goneNow) return
    size = model.things.size
    gone = goneNow
    lists = Map.groupBy(
      [...model.things.values()].filter(({ shelf, goneMs }) => shelf !== null && goneMs === null),
      ({ shelf, project, pool }) => `${shelf} ${project} ${pool}`,
    )
  }
  return {
    of(shelf: Shelf, project: string, pool: string): readonly Thing[] {
      refresh()
      return lists.get(`${shelf} ${project} ${pool}`) ?? []
    },
  }
}

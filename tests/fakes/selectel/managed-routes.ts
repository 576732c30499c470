import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import { createIndex } from './cloud-routes.ts'
import type { Doors } from './doors.ts'
import { loadAt, pointsOf } from './metrics.ts'
import type { SelectelModel, Shelf } from './model.ts'
import {
  clusterRecord,
  containerRecord,
  databaseRecord,
  datastoreTypes,
  nodeGroupRecord,
  registryRecord,
} from './records.ts'

const refusal: FakeAnswer = {
  status: 401,
  json: { error: { code: 401, title: 'Unauthorized', message: 'Token is not valid' } },
}
const missing: FakeAnswer = {
  status: 404,
  json: { error: { code: 404, title: 'Not Found', message: 'No such thing.' } },
}

/** Databases, Kubernetes, the registry and the object storage. */
export function managedRoutes(model: SelectelModel, doors: Doors): FakeRoute[] {
  const index = createIndex(model)

  async function entered(
    request: FakeRequest,
    answer: (project: string, pool: string) => FakeAnswer,
  ): Promise<FakeAnswer> {
    const pool = request.params.pool ?? ''
    if (model.quirks.silent.has(pool)) await new Promise(() => undefined)
    const project = doors.projectOf(request)
    return project === null ? refusal : answer(project, pool)
  }

  const everywhere = (shelf: Shelf, project: string) =>
    model.pools.flatMap((pool) => [...index.of(shelf, project, pool)])

  return [
    {
      pattern: 'GET /dbaas/:pool/datastores',
      handle: (request) =>
        entered(request, (project, pool) => ({
          json: { datastores: index.of('database', project, pool).map(databaseRecord) },
        })),
    },
    {
      pattern: 'GET /dbaas/:pool/datastore-types',
      handle: (request) => entered(request, () => ({ json: { 'datastore-types': datastoreTypes } })),
    },
    {
      pattern: 'GET /dbaas/:pool/flavors',
      handle: (request) => entered(request, () => ({ json: { flavors: [] } })),
    },
    {
      pattern: 'GET /dbaas/:pool/datastores/:id/metrics',
      handle: (request) => entered(request, () => databaseMetrics(model, request)),
    },
    {
      pattern: 'GET /mks/:pool/clusters',
      handle: (request) =>
        entered(request, (project, pool) => ({
          json: { clusters: index.of('cluster', project, pool).map(clusterRecord) },
        })),
    },
    {
      pattern: 'GET /mks/:pool/clusters/:id/nodegroups',
      handle: (request) =>
        entered(request, () => {
          const cluster = model.things.get(request.params.id ?? '')
          return cluster ? { json: { nodegroups: [nodeGroupRecord(cluster)] } } : missing
        }),
    },
    {
      pattern: 'GET /cr/:pool/registries',
      handle: (request) =>
        entered(request, (project) => ({ json: everywhere('registry', project).map(registryRecord) })),
    },
    {
      pattern: 'GET /swift/:pool/:account',
      handle: (request) =>
        entered(request, (project, pool) => {
          if (model.quirks.withoutStorage.has(pool)) return { status: 404, text: 'Not Found' }
          const all = index.of('container', project, pool)
          const marker = request.query.get('marker')
          const start = marker === null ? 0 : all.findIndex(({ name }) => name === marker) + 1
          const some = all.slice(start, start + Number(request.query.get('limit') ?? 10_000))
          return some.length === 0 ? { status: 204, text: '' } : { json: some.map(containerRecord) }
        }),
    },
  ]
}

/** Both nodes alike, in per cent; the second one's last value is missing. */
function databaseMetrics(model: SelectelModel, { params, query }: FakeRequest): FakeAnswer {
  const database = model.things.get(params.id ?? '')
  if (!database) return missing
  const [start, end] = [Number(query.get('start')) * 1000, Number(query.get('end')) * 1000]
  const points = pointsOf(start, end, loadAt)
  const series = {
    datastore_id: database.id,
    ip: '192.168.0.10',
    timestamps: points.map(([at]) => at / 1000),
    values: points.map(([, value]) => value),
  }
  const short = { ...series, ip: '192.168.0.11', values: series.values.slice(0, -1) }
  return {
    json: {
      metrics: {
        step: 60,
        cpu: [series, short],
        memory_percent: [series],
        memory_bytes: [],
        disk_percent: [series],
        disk_bytes: [],
      },
    },
  }
}

import type { FakeAnswer, FakeHandler, FakeRequest, FakeRoute } from '../fault-routes.ts'
import type { FakeList } from './fake-list.ts'
import { presets } from './servers.ts'
import { servicePresets } from './services.ts'
import type { BegetState } from './state.ts'
import { statisticRoutes } from './statistic-routes.ts'
import type { Tokens } from './tokens.ts'

const NO_TOKEN: FakeAnswer = {
  status: 401,
  json: { code: 16, message: 'token is expired or was taken back', details: [] },
}

function pageOf(name: string, list: FakeList, { query }: FakeRequest): FakeAnswer {
  const offset = Number(query.get('offset') ?? 0)
  const limit = Number(query.get('limit') ?? 100)
  return { json: proto({ [name]: list.page(offset, limit), total_count: list.count() }) }
}

/** Whatever is empty or nought is left out, as proto3 does it. */
const proto = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== 0 && !(Array.isArray(value) && value.length === 0)),
  )

const whole = (name: string, list: FakeList): FakeAnswer => ({ json: proto({ [name]: list.all() }) })

export function modernRoutes(state: BegetState, tokens: Tokens, nowMs: () => number): FakeRoute[] {
  const routes: FakeRoute[] = [
    { pattern: 'GET /v1/vps/server/list', handle: (request) => pageOf('vps', state.servers, request) },
    { pattern: 'GET /v1/vps/snapshot', handle: () => whole('snapshot', state.snapshots) },
    { pattern: 'GET /v1/vps/backup', handle: () => whole('copy', state.copies) },
    {
      pattern: 'GET /v1/vps/network',
      handle: () => ({
        json: proto({
          ip: state.servers.page(0, 50).map(({ id, ip_address }) => ({ ip: ip_address, vps_id: id })),
          additional_ip: state.addresses.all(),
          private_network: state.networks.all(),
        }),
      }),
    },
    { pattern: 'GET /v1/vps/configuration', handle: () => ({ json: { configurations: presets() } }) },
    { pattern: 'GET /v1/image', handle: (request) => pageOf('images', state.images, request) },
    { pattern: 'GET /v1/cloud', handle: (request) => pageOf('service', state.services, request) },
    {
      pattern: 'GET /v1/cloud/configuration',
      handle: () => ({ json: { configuration: servicePresets() } }),
    },
    {
      pattern: 'GET /v1/cloud/projects/list',
      handle: (request) => ({ json: { page: pageOf('projects', state.projects, request).json } }),
    },
    { pattern: 'GET /v1/cloud/mysql/backup', handle: () => whole('copy', state.databaseCopies) },
    { pattern: 'GET /v1/cloud/postgresql/backup', handle: () => ({ json: {} }) },
    ...statisticRoutes(state, nowMs),
  ]
  return routes.map(({ pattern, handle }) => ({ pattern, handle: guarded(handle) }))

  function guarded(handle: FakeHandler): FakeHandler {
    return (request) => (tokens.isGood(request.headers.authorization) ? handle(request) : NO_TOKEN)
  }
}

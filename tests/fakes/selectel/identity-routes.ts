import type { FakeAnswer, FakeRoute } from '../fault-routes.ts'
import { type Doors, unauthorized } from './doors.ts'
import { uuid } from './ids.ts'
import type { SelectelModel } from './model.ts'

type Login = {
  auth?: {
    identity?: { password?: { user?: { name?: string; password?: string; domain?: { name?: string } } } }
    scope?: { project?: { id?: string }; domain?: { name?: string } }
  }
}

/** Keystone: tokens of the service user, and the catalogue of services that comes with them. */
export function identityRoutes(model: SelectelModel, doors: Doors, origin: () => string): FakeRoute[] {
  function login(body: string): FakeAnswer {
    const { identity, scope } = (JSON.parse(body) as Login).auth ?? {}
    const user = identity?.password?.user
    const { account, entrances } = model
    const isGood =
      user?.name === account.user &&
      user.password === account.password &&
      user.domain?.name === account.number
    doors.logins.push({ isGood, scope: scope?.project?.id ?? scope?.domain?.name ?? '' })
    if (!isGood) return unauthorized
    const project = scope?.project?.id ?? null
    const isOpen =
      project === null ? model.hasAccountRole : isKnown(project) && (entrances?.has(project) ?? true)
    if (!isOpen)
      return {
        status: 403,
        json: { error: { code: 403, message: 'You are not authorized.', title: 'Forbidden' } },
      }
    const { value, endsMs } = doors.give(project)
    return {
      status: 201,
      headers: { 'x-subject-token': value },
      json: {
        token: {
          methods: ['password'],
          issued_at: isoTime(model.nowMs()),
          expires_at: isoTime(endsMs),
          user: { id: uuid(0xd1, 1), name: account.user },
          project: project === null ? undefined : { id: project },
          roles: [{ id: uuid(0xd2, 1), name: 'reader' }],
          catalog: project !== null && model.quirks.hasCatalogue ? catalogue(model, origin(), project) : [],
        },
      },
    }
  }

  const isKnown = (id: string): boolean => model.projects.some((project) => project.id === id)

  return [
    { pattern: 'POST /identity/v3/auth/tokens', handle: ({ body }) => login(body) },
    {
      pattern: 'GET /identity/v3/auth/projects',
      handle: (request) =>
        doors.projectOf(request) === null
          ? unauthorized
          : {
              json: {
                projects: model.projects
                  .filter(({ id }) => model.entrances?.has(id) ?? true)
                  .map(({ id, name }) => ({ id, name, enabled: true, domain_id: uuid(0xd3, 1) })),
              },
            },
    },
  ]
}

const isoTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}.000000Z`

/** One pool's volumes carry the project in their address, the others' do not: both are in use. */
function catalogue({ pools, quirks }: SelectelModel, origin: string, project: string): unknown[] {
  const types: Record<string, (pool: string, index: number) => string | null> = {
    compute: (pool) => `${origin}/cloud/${pool}/compute/v2.1`,
    volumev3: (pool, index) => `${origin}/cloud/${pool}/volume/v3${index === 0 ? '' : `/${project}`}`,
    network: (pool) => `${origin}/cloud/${pool}/network`,
    image: (pool) => `${origin}/cloud/${pool}/image`,
    sharev2: (pool) => `${origin}/cloud/${pool}/share/v2`,
    'load-balancer': (pool) => `${origin}/cloud/${pool}/load-balancer`,
    'object-store': (pool) => `${origin}/swift/${pool}/${project}`,
    dbaas: (pool) => `${origin}/dbaas/${pool}`,
    metric: (pool) => (quirks.hasMetrics ? `${origin}/cloud/${pool}/metric/v1` : null),
  }
  return Object.entries(types).map(([type, urlOf]) => ({
    id: uuid(0xd4, type.length),
    type,
    name: type,
    endpoints: pools.flatMap((pool, index) => {
      const url = urlOf(pool, index)
      if (url === null) return []
      return [
        { id: uuid(0xd5, index), interface: 'public', region: pool, region_id: pool, url },
        // Inside of the provider's own networks: nobody else gets there.
        {
          id: uuid(0xd6, index),
          interface: 'internal',
          region: pool,
          region_id: pool,
          url: 'http://10.255.0.1/',
        },
      ]
    }),
  }))
}

import { type FakeRoute, type FaultServer, startFaultServer } from '../fault-server.ts'
import { emptyModel } from './account.ts'
import { accountRoutes } from './account-routes.ts'
import { cloudRoutes } from './cloud-routes.ts'
import { createDoors, type Doors } from './doors.ts'
import { fillAccount, sampleAccount } from './fill.ts'
import { identityRoutes } from './identity-routes.ts'
import { createChanges, createMaker, type Maker } from './make.ts'
import { managedRoutes } from './managed-routes.ts'
import type { Quirks, SelectelModel } from './model.ts'

export type SelectelFake = FaultServer & {
  model: SelectelModel
  make: Maker
  change: ReturnType<typeof createChanges>
  /** Logins that were tried, tokens that were given, and a way to make all of them worthless. */
  doors: Pick<Doors, 'logins' | 'made' | 'revokeAll'>
  /** What the form of a connection takes to get in. */
  settings: Record<string, string>
  secrets: Record<string, string>
}

type Options = {
  port?: number
  /** The clock by which hours are billed and tokens end; the machine's where it is left out. */
  nowMs?: () => number
  /** `empty`: nothing but two projects; `sample`: one of everything, for a person to look at. */
  filling?: 'empty' | 'sample'
  /** Besides: servers, each with a volume and a port, about so many resources in all. */
  resources?: number
  /** For how long these have been billed. */
  daysOld?: number
  quirks?: Partial<Quirks>
}

/**
 * All hosts of a Selectel account on one loopback port, told apart by the first step of the path. The bill is counted
 * hour by hour from what the account holds. Runs outside of tests too.
 */
export async function startSelectelFake(options: Options = {}): Promise<SelectelFake> {
  const {
    port = 0,
    nowMs = Date.now,
    filling = 'sample',
    resources = 0,
    daysOld = 100,
    quirks = {},
  } = options
  const model = emptyModel(nowMs)
  Object.assign(model.quirks, quirks)
  const make = createMaker(model)
  if (filling === 'sample') sampleAccount(model, make, createChanges(model))
  if (resources > 0) fillAccount(model, make, resources, daysOld)
  const doors = createDoors(model)
  let origin = ''
  const routes = [
    ...identityRoutes(model, doors, () => origin),
    ...accountRoutes(model, doors),
    ...cloudRoutes(model, doors),
    ...managedRoutes(model, doors),
  ]
  const server = await startFaultServer({ routes: routes.map((route) => dated(route, nowMs)), port })
  origin = server.origin
  const { token, user, password } = model.account
  return Object.assign(server, {
    model,
    make,
    change: createChanges(model),
    doors,
    settings: {
      user,
      identityUrl: `${origin}/identity/v3`,
      apiUrl: `${origin}/api`,
      poolTemplate: `${origin}/{service}/{pool}`,
    },
    secrets: { token, password },
  })
}

/** Answers carry the fake's own time: its clock may stand still, or be hours away from ours. */
function dated({ pattern, handle }: FakeRoute, nowMs: () => number): FakeRoute {
  return {
    pattern,
    async handle(request) {
      const answer = await handle(request)
      return { ...answer, headers: { date: new Date(nowMs()).toUTCString(), ...answer.headers } }
    },
  }
}

import { type FakeRoute, type FaultServer, startFaultServer } from '../fault-server.ts'
import { authRoutes } from './auth-routes.ts'
import type { Json } from './fake-list.ts'
import { legacyRoutes } from './legacy-routes.ts'
import { modernRoutes } from './modern-routes.ts'
import { type BegetOptions, type BegetState, buildBegetState } from './state.ts'
import { createTokens } from './tokens.ts'

export type BegetFake = FaultServer & {
  state: BegetState
  /** Every token is worth nothing from now on. */
  revokeTokens(): void
  /** How many tokens were given out. */
  tokensMade(): number
  /** What the form of a connection takes to get in. */
  settings: Record<string, string>
  secrets: Record<string, string>
  resizeServer(id: string, to: { cpu?: number; memory?: number; disk?: number; priceDay?: number }): void
}

type Starting = BegetOptions & {
  port?: number
  /** The clock by which tokens end and requests are counted; the machine's where it is left out. */
  nowMs?: () => number
}

/** A Beget of one account on the loopback, both APIs of it. Runs outside of tests too. */
export async function startBegetFake({
  port = 0,
  nowMs = Date.now,
  ...options
}: Starting = {}): Promise<BegetFake> {
  const state = buildBegetState(options)
  const tokens = createTokens(state, nowMs)
  const routes = [
    ...authRoutes(state, tokens),
    ...modernRoutes(state, tokens, nowMs),
    ...legacyRoutes(state, nowMs),
  ]
  const server = await startFaultServer({ routes: routes.map((route) => dated(route, nowMs)), port })
  const { login, password, apiPassword } = state.account
  return Object.assign(server, {
    state,
    revokeTokens: tokens.revokeAll,
    tokensMade: tokens.made,
    settings: { login, address: server.origin },
    secrets: { password, apiPassword },
    resizeServer(id: string, { cpu, memory, disk, priceDay }: Parameters<BegetFake['resizeServer']>[1]) {
      state.servers.update(id, (server) => {
        const configuration = server.configuration as Json
        if (cpu !== undefined) configuration.cpu_count = cpu
        if (memory !== undefined) configuration.memory = memory
        if (disk !== undefined) configuration.disk_size = disk
        if (priceDay !== undefined)
          Object.assign(configuration, { price_day: priceDay, price_month: priceDay * 30 })
      })
    },
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

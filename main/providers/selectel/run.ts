import type { Scope } from '#main/core/model/findings.ts'
import type { Log } from '#main/ports/ports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Sink } from '../provider.ts'
import type { Consumption } from './billing/consumption.ts'
import type { Coverage } from './billing/coverage.ts'
import type { Identity } from './billing/identity.ts'
import type { Client } from './client.ts'
import type { Projects } from './projects.ts'

/** What the steps of one sync share. */
export type Run = {
  sink: Sink
  signal: AbortSignal
  log: Log
  client: Client
  consumption: Consumption
  coverage: Coverage
  identity: Identity
  projects: Projects
  /** Whether there is a service user, so that projects can be looked into. */
  hasInventory: boolean
  /** Where the bill expects living things: a service that is paid for there exists there. */
  billedScopes: Set<Scope>
  /** What the latest hour's bill could be asked: `silent` now, and perhaps not the next time. */
  hour: 'read' | 'closed' | 'silent'
  /** Everything that the latest hour's bill names. */
  billedRefs: Set<string>
  /** The account's; roubles until it is known. */
  currency(): Currency
  nowMs(): number
  /** Lets everybody else have a turn; throws when the run was cancelled. */
  breathe(): Promise<void>
}

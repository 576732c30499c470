import type {
  AccountInfo,
  BilledItem,
  Charge,
  InventoryItem,
  Scope,
  ScopeOutcome,
  Usage,
} from '#main/core/model/findings.ts'
import type { Money } from '#main/core/money/money.ts'
import type { Net, NetRoute } from '#main/ports/net.ts'
import type { Clock, Ids, Log } from '#main/ports/ports.ts'
import type { FieldSpec, LocalText } from '#shared/contract/connections.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Day } from '#shared/lib/day.ts'

/**
 * All that the program knows of a provider. One folder and one line in registry.ts make a provider: forms, tests,
 * syncs and pages are drawn from what stands here.
 */
export type ProviderDescriptor = {
  provider: Provider
  /** Where the provider's billing day begins and ends. */
  billingZone: string
  /**
   * `history`: the provider tells what each day cost. `rates`: it tells only today's prices, and the days' costs are
   * made from them.
   */
  costs: 'history' | 'rates'
  fields: readonly FieldSpec[]
  /** Where in the provider's panel the key is made, and which rights suffice. */
  help: { where: LocalText; rights: readonly LocalText[] }
  /** Our type for the provider's word; null when it is not known. */
  typeOf(kind: string, metrics: readonly string[]): ResourceType | null
  open(context: AccountContext): ProviderAccount
}

export type AccountContext = {
  /** By the names of the descriptor's fields; what is optional and empty is left out. */
  settings: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  net: Net
  route: NetRoute
  clock: Clock
  ids: Pick<Ids, 'fraction'>
  log: Log
  /** Aborted when the person cancels. */
  signal: AbortSignal
  /** A token that should outlive this run goes back to the vault; null takes it out. */
  keepSecret(name: string, value: string | null): Promise<void>
}

export type ProviderAccount = {
  /** Whose account it is and what the key may read. Throws AppError when it cannot be told. */
  check(): Promise<AccountCheck>
  /** Tells the sink everything. Throws only what ends the whole sync: bad credentials, cancelled, nothing answers. */
  collect(sink: Sink, request: CollectRequest): Promise<void>
}

export type AccountCheck = {
  /** The provider's own number of the account: the same account is not connected twice. */
  accountRef: string
  accountName: string
  balance: Money | null
  /** One entry for each thing that a sync reads. */
  rights: readonly AccountRight[]
}

export type AccountRight = {
  code: string
  label: LocalText
  isGranted: boolean
  /** What stays unknown without it and where to grant it; only where it is missing. */
  missing: LocalText | null
}

/** Both ends belong to the range; days are the provider's billing days. */
export type CollectRequest = { chargesFrom: Day; chargesTo: Day; usageFrom: Day }

export type SyncStep = 'billing' | 'inventory' | 'costs' | 'usage' | 'account'

/** Where findings go. Each method may make the provider wait, so that memory stays bounded. */
export type Sink = {
  /** What is being asked for now; `total` null while it is unknown. */
  progress(step: SyncStep, done: number, total: number | null): void
  billed(items: readonly BilledItem[]): Promise<void>
  /** May be told in pages; an outcome follows when the scope is through. */
  inventory(scope: Scope, items: readonly InventoryItem[]): Promise<void>
  outcome(outcome: ScopeOutcome): void
  /** All lines of these days: they take the place of what was told of them before. Whole days, in order. */
  charges(from: Day, to: Day, lines: readonly Charge[]): Promise<void>
  usage(rows: readonly Usage[]): Promise<void>
  account(info: AccountInfo): void
}

import type {
  AccountInfo,
  BilledItem,
  Charge,
  InventoryItem,
  Scope,
  ScopeOutcome,
  Usage,
} from '#main/core/model/findings.ts'
import type { Sink, SyncStep } from '#main/providers/provider.ts'
import type { Day } from '#shared/lib/day.ts'

type Progress = { step: SyncStep; done: number; total: number | null }

export type RecordingSink = Sink & {
  steps: Progress[]
  bill: BilledItem[]
  listed: { scope: Scope; item: InventoryItem }[]
  outcomes: ScopeOutcome[]
  told: { from: Day; to: Day; lines: Charge[] }[]
  rows: Usage[]
  accounts: AccountInfo[]
  /** Called before anything is taken in: a test may cancel here, or throw as a full disk would. */
  before: (what: keyof Sink) => void | Promise<void>

  item(ref: string): InventoryItem
  outcomeOf(scope: Scope): ScopeOutcome
  refs(scope?: Scope): string[]
  /** Everything that was told, as one text: for looking for what must not be in it. */
  text(): string
}

/** A sink that keeps what a provider tells. */
export function recordingSink(): RecordingSink {
  const sink = {
    steps: [] as Progress[],
    bill: [] as BilledItem[],
    listed: [] as RecordingSink['listed'],
    outcomes: [] as ScopeOutcome[],
    told: [] as RecordingSink['told'],
    rows: [] as Usage[],
    accounts: [] as AccountInfo[],
    before: (() => undefined) as RecordingSink['before'],
  }
  const find = <T>(list: readonly T[], fits: (one: T) => boolean, what: string): T => {
    const found = list.find(fits)
    if (found === undefined) throw new RangeError(`nothing was told of ${what}`)
    return found
  }
  return Object.assign(sink, {
    progress: (step: SyncStep, done: number, total: number | null) => {
      void sink.before('progress')
      sink.steps.push({ step, done, total })
    },
    billed: async (items: readonly BilledItem[]) => {
      await sink.before('billed')
      sink.bill.push(...items)
    },
    inventory: async (scope: Scope, items: readonly InventoryItem[]) => {
      await sink.before('inventory')
      for (const item of items) sink.listed.push({ scope, item })
    },
    outcome: (outcome: ScopeOutcome) => {
      sink.outcomes.push(outcome)
    },
    charges: async (from: Day, to: Day, lines: readonly Charge[]) => {
      await sink.before('charges')
      sink.told.push({ from, to, lines: [...lines] })
    },
    usage: async (rows: readonly Usage[]) => {
      await sink.before('usage')
      sink.rows.push(...rows)
    },
    account: (info: AccountInfo) => {
      sink.accounts.push(info)
    },
    outcomeOf: (scope: Scope) => find(sink.outcomes, (outcome) => outcome.scope === scope, scope),
    item: (ref: string) => find(sink.listed, ({ item }) => item.ref === ref, ref).item,
    refs: (scope?: Scope) =>
      sink.listed.filter((one) => scope === undefined || one.scope === scope).map(({ item }) => item.ref),
    text: () =>
      JSON.stringify(sink, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  })
}

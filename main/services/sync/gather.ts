import type { AccountInfo, BilledItem, Scope, ScopeOutcome, Usage } from '#main/core/model/findings.ts'
import type { Listed } from '#main/core/sync/look.ts'
import type { Sink } from '#main/providers/registry.ts'
import type { Progress } from './progress.ts'
import { pump } from './pump.ts'
import { createRawShelf, type RawShelf } from './raw-shelf.ts'

/** What is held until the provider has told everything. Lines of the bill are written as they come and not held. */
export type Gathered = {
  billed: BilledItem[]
  listed: Listed[]
  outcomes: Map<Scope, ScopeOutcome>
  usage: Usage[]
  account: AccountInfo | null
  raws: RawShelf
}

type Parts = {
  signal: AbortSignal
  progress: Pick<Progress, 'step' | 'found' | 'failed'>
  charges: Sink['charges']
}

export function createGathering(parts: Parts): { sink: Sink; gathered: Gathered } {
  const gathered: Gathered = {
    billed: [],
    listed: [],
    outcomes: new Map(),
    usage: [],
    account: null,
    raws: createRawShelf(),
  }
  const sink: Sink = {
    progress: parts.progress.step,
    async billed(items) {
      await each(items, parts.signal, (item) => {
        gathered.raws.put('bill', item.ref, item.raw)
        gathered.billed.push({ ...item, raw: '' })
      })
      parts.progress.found(items.length)
    },
    async inventory(scope, items) {
      await each(items, parts.signal, (item) => {
        gathered.raws.put('inventory', item.ref, item.raw)
        gathered.listed.push({ scope, item: { ...item, raw: '' } })
      })
      parts.progress.found(items.length)
    },
    outcome(outcome) {
      gathered.outcomes.set(outcome.scope, outcome)
      if (outcome.status === 'failed' || outcome.status === 'forbidden') parts.progress.failed()
    },
    async charges(from, to, lines) {
      parts.signal.throwIfAborted()
      await parts.charges(from, to, lines)
    },
    async usage(rows) {
      parts.signal.throwIfAborted()
      gathered.usage.push(...rows)
    },
    account(info) {
      gathered.account = info
    },
  }
  return { sink, gathered }
}

/** A provider may tell everything at once: nobody waits for that. */
async function each<T>(items: readonly T[], signal: AbortSignal, take: (item: T) => void): Promise<void> {
  function* all(): Generator<void, void> {
    for (const [index, item] of items.entries()) {
      take(item)
      if (index % 50 === 49) yield
    }
  }
  signal.throwIfAborted()
  await pump(all(), signal)
}

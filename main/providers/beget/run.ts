import type { BilledItem, InventoryItem, Scope, ScopeOutcome } from '#main/core/model/findings.ts'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import type { AccountContext, Sink } from '#main/providers/provider.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dailyOf } from './account/plan.ts'
import { isPartial } from './api/errors.ts'
import type { Finding } from './common/finding.ts'
import type { Part } from './parts.ts'

/** `problem`: something of the part could not be read; what could be was told, and nothing of the part is gone. */
export type Answer = 'absent' | { found: number; problem: AppError | null }

export type Run = {
  sink: Sink
  /** Asks for a part, tells its outcome, and goes on whatever came of it, unless nothing can go on. */
  read(part: Part, ask: () => Promise<Answer>): Promise<void>
  /** What a part holds; told once, however often the provider lists it. */
  tell(scope: Scope, findings: readonly Finding[]): Promise<void>
  outcomeOf(part: Part): ScopeOutcome | null
  /** What the things of these parts cost a day together. */
  dailyOf(parts: readonly Part[]): { daily: Money<'RUB'>; count: number }
  steps: Steps
}

/** How far the inventory is: the number of requests that are known to be needed, and those that are through. */
type Steps = { plan(count: number): void; done(): void }

export function createRun(sink: Sink, { signal, log }: Pick<AccountContext, 'signal' | 'log'>): Run {
  const outcomes = new Map<Scope, ScopeOutcome>()
  const told = new Set<string>()
  const strange = new Set<string>()
  const costs = new Map<Scope, { femtos: bigint; count: number }>()
  const steps = createSteps(sink)

  function end(part: Part, ending: Pick<ScopeOutcome, 'status' | 'found'>, problem: AppError | null): void {
    const error = problem && { code: problem.code, details: problem.details, ref: null }
    const outcome = { ...part, region: null, project: null, ...ending, error }
    outcomes.set(part.scope, outcome)
    sink.outcome(outcome)
  }

  /** Once for each kind of thing: its record tells the word. */
  function noteStrange({ kind, ref }: InventoryItem): void {
    if (strange.has(kind)) return
    strange.add(kind)
    log.write('info', 'beget.unknownStatus', { kind, ref })
  }

  return {
    sink,
    steps,
    outcomeOf: ({ scope }) => outcomes.get(scope) ?? null,
    async read(part, ask) {
      try {
        const answer = await ask()
        if (answer === 'absent') end(part, { status: 'absent', found: 0 }, null)
        else {
          const { found, problem } = answer
          end(part, { status: problem === null ? 'done' : 'failed', found }, problem)
        }
      } catch (error) {
        if (signal.aborted || !(error instanceof AppError) || !isPartial(error)) throw error
        const status = error.code === 'provider.forbidden' ? 'forbidden' : 'failed'
        end(part, { status, found: costs.get(part.scope)?.count ?? 0 }, error)
      } finally {
        steps.done()
      }
    },
    async tell(scope, findings) {
      const items: InventoryItem[] = []
      for (const { item, isPriceUnread } of findings) {
        // Two lines of one thing in the bill would be two costs.
        if (isPriceUnread || told.has(item.ref)) continue
        told.add(item.ref)
        items.push(item)
        if (item.status === 'unknown') noteStrange(item)
        const cost = costs.get(scope) ?? { femtos: 0n, count: 0 }
        costs.set(scope, { femtos: cost.femtos + dailyOf(item).femtos, count: cost.count + 1 })
      }
      if (items.length === 0) return
      const billed = items.flatMap((item) => billedOf(item, scope) ?? [])
      if (billed.length > 0) await sink.billed(billed)
      await sink.inventory(scope, items)
    },
    dailyOf(parts) {
      const all = parts.flatMap(({ scope }) => costs.get(scope) ?? [])
      return {
        daily: fromFemtos(
          all.reduce((sum, { femtos }) => sum + femtos, 0n),
          'RUB',
        ),
        count: all.reduce((sum, { count }) => sum + count, 0),
      }
    },
  }
}

function createSteps(sink: Sink): Steps {
  let done = 0
  let total = 0
  const told = () => sink.progress('inventory', done, total)
  return {
    plan(count) {
      total += count
      told()
    },
    done() {
      done += 1
      told()
    },
  }
}

/** Beget sends no bill: whatever has a price is on it. */
function billedOf(item: InventoryItem, expectedIn: Scope): BilledItem | null {
  const { ref, name, kind, service, region, zone, project, price, attachedTo, raw } = item
  if (price === null || price.amount.femtos <= 0n) return null
  const place = { region, zone, project, expectedIn }
  return { ref, name, kind, metrics: [], service, parentRef: attachedTo, price, raw, ...place }
}

import type { AccountInfo, ScopeOutcome } from '#main/core/model/findings.ts'
import type { ResourceState } from '#main/core/model/resource.ts'
import { assemble } from '#main/core/sync/assemble.ts'
import type { Assembly } from '#main/core/sync/look.ts'
import { type Charged, judgePast } from '#main/core/sync/past.ts'
import { chargesOfRates } from '#main/core/sync/rates.ts'
import { requestFor } from '#main/core/sync/request.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ProviderAccount, ProviderDescriptor } from '#main/providers/registry.ts'
import type { ConnectionRow } from '#main/queries/connection-rows.query.ts'
import { lastToldDay } from '#main/store/repos/charges-writer.ts'
import { readIds, readPricedStates } from '#main/store/repos/priced-states.ts'
import { addSighting, readTypeRules } from '#main/store/repos/sightings.repo.ts'
import { createUndoWriter } from '#main/store/repos/undo-writer.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { createGathering, type Gathered } from './gather.ts'
import { linkKeys } from './link-keys.ts'
import { type Answers, answersOf, lookOf } from './look-of.ts'
import type { Progress } from './progress.ts'
import { inSlices, pump } from './pump.ts'
import { createLedgerWriter } from './write-charges.ts'
import { type Counts, type Known, loadKnown, writeAliases, writeInventory } from './write-inventory.ts'
import { writeUsage } from './write-usage.ts'

type RunParts = {
  store: Store
  ports: Ports
  connection: ConnectionRow
  descriptor: Pick<ProviderDescriptor, 'costs' | 'billingZone' | 'typeOf'>
  snapshotId: number
  startedAtMs: number
  signal: AbortSignal
  progress: Progress
  open(): Promise<ProviderAccount>
}

export type RunResult = { counts: Counts; outcomes: readonly ScopeOutcome[]; account: AccountInfo | null }

/** One look at an account, from the first question to the last row. Whoever calls decides what its end means. */
export async function lookAtAccount(parts: RunParts): Promise<RunResult> {
  const { store, ports, connection, snapshotId, startedAtMs: atMs, signal, progress } = parts
  const { workspaceId, id: connectionId, provider, accountRef } = connection
  const { descriptor } = parts
  const isRated = descriptor.costs === 'rates'
  progress.enter('billing')
  const account = await parts.open()
  const undo = store.transaction((db) => createUndoWriter(db, snapshotId))
  const place = { store, signal, workspaceId, connectionId, snapshotId, atMs, undo }
  const frequency = isRated ? ('Recurring' as const) : ('Usage-Based' as const)
  const { nowMs } = ports.clock
  const known = await loadKnown(place)
  const isKnown = (ref: string): boolean => known.has(ref)
  const ledger = createLedgerWriter({ ...place, provider, accountRef, nowMs, frequency, isKnown })
  const { sink, gathered } = createGathering({ signal, progress, charges: ledger.write })
  const lastDay = lastToldDay(store.read, connectionId)
  const request = requestFor({
    nowMs: nowMs(),
    zone: descriptor.billingZone,
    lastToldDay: lastDay,
    lastSyncAtMs: connection.lastSyncAtMs,
  })
  await account.collect(sink, request)
  signal.throwIfAborted()
  assertAnswered(gathered)

  const answers = answersOf(gathered.outcomes, descriptor.costs)
  const { assembly, past } = await judge(parts, { gathered, answers, known, charged: ledger.charged })
  const before = isRated ? readPricedStates(store.read, connectionId) : []
  const counts = await writeInventory(place, assembly, past.gone, {
    known,
    raws: gathered.raws,
    onWritten: progress.written,
    isSettled: ({ scope }) => (scope === null ? answers.isBillKnown : answers.isAnswered(scope)),
  })

  progress.enter('completion')
  await writeAliases(place, resolveAliases(store, connectionId, past.aliases))
  await inSlices(store, assembly.unrecognised, signal, (db, unknown) => {
    const raw = gathered.raws.get('bill', unknown.ref) ?? '{}'
    addSighting(db, { connectionId, snapshotId, atMs }, unknown, raw)
  })
  if (isRated) {
    const now = readPricedStates(store.read, connectionId)
    const today = request.chargesTo
    const { from, lines } = chargesOfRates({ now, before: byRef(before), lastDay, today })
    await ledger.write(from, today, lines)
  }
  await linkKeys(store, connectionId, signal)
  await writeUsage(place, gathered.usage)
  return { counts, outcomes: [...gathered.outcomes.values()], account: gathered.account }
}

type Told = {
  gathered: Gathered
  answers: Answers
  known: Known
  charged: ReadonlyMap<string, Charged>
}

/** What it all means. Nobody asks for the lists again afterwards, and the writing wants their room. */
async function judge(
  { store, connection, descriptor, signal, progress }: RunParts,
  { gathered, answers, known, charged }: Told,
) {
  const rules = readTypeRules(store.read, connection.workspaceId, connection.provider)
  const look = lookOf(gathered, answers, { descriptor, rules, known })
  const assembly = await pump(assemble(look), signal, progress.enter)
  gathered.billed = []
  gathered.listed = []
  const past = judgePast(charged.values(), { isKnown: knowing(known, assembly), typeOf: look.typeOf })
  return { assembly, past }
}

/** An account of which not one part answered has not been looked at: what it said instead is the failure. */
function assertAnswered({ outcomes, billed }: Gathered): void {
  const all = [...outcomes.values()]
  if (billed.length > 0 || all.length === 0) return
  if (all.some(({ status }) => status === 'done' || status === 'absent')) return
  const error = all.find((outcome) => outcome.error !== null)?.error
  throw error ? new AppError(error.code, error.details) : new AppError('internal')
}

function knowing(known: Known, { found }: Assembly): (ref: string) => boolean {
  const refs = new Set(found.flatMap(({ state, aliases }) => [state.externalId, ...aliases]))
  return (ref) => refs.has(ref) || known.has(ref)
}

function resolveAliases(
  store: Store,
  connectionId: string,
  aliases: readonly { ref: string; of: string }[],
): { ref: string; id: number }[] {
  return aliases.flatMap(({ ref, of }) => {
    const id = readIds(store.read, connectionId, [of]).get(of)
    return id === undefined ? [] : [{ ref, id }]
  })
}

const byRef = (states: readonly ResourceState[]): ReadonlyMap<string, ResourceState> =>
  new Map(states.map((state) => [state.externalId, state]))

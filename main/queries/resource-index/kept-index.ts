import { count, eq } from 'drizzle-orm'
import { resources } from '#main/store/schema/inventory.ts'
import { resolvePeriod } from '#shared/lib/period.ts'
import type { Background } from '../background.ts'
import { createPerWorkspace } from '../kept.ts'
import type { Scope } from '../scope.ts'
import { createGeneration, type Generation, type ResourceIndex } from './generation.ts'
import type { SpendPeriod } from './spend.ts'

export type { Columns, ResourceIndex } from './generation.ts'

/** From so many resources on, nobody waits until they are read anew. */
const LARGE = 5000

/**
 * The inventory of one organisation by columns, in memory: lists go through fifty thousand rows of it within
 * milliseconds, where SQLite would read them all for every call. A small one is read anew when it has changed. Of a large
 * one answers go on as before while it is read anew in between calls, which takes a second or two; then clients are told.
 */
export const indexOf = (scope: Scope): ResourceIndex => keeperOf(scope).of(scope)

/** As it is now, whatever it takes: for what is carried out of the program. */
export const freshIndexOf = (scope: Scope): ResourceIndex => keeperOf(scope).fresh(scope)

/** Reads a large inventory before anybody asks for it. */
export const warmIndex = (scope: Scope): void => keeperOf(scope).warm(scope)

const keeperOf = createPerWorkspace(createKeeper)

function createKeeper() {
  let current: Generation | null = null
  /** Somebody was answered as before: they are to hear when there is more to tell. */
  let isOwed = false

  const isCurrent = ({ revision, currency }: Scope): boolean => current?.isOf(revision, currency) ?? false

  /** What people look at first, unless they have looked at something else. */
  const periodsFor = ({ today }: Scope): SpendPeriod[] => {
    const asked = current?.periods() ?? []
    if (asked.length > 0) return asked
    const { from, to } = resolvePeriod('d30', today)
    return [{ spendFrom: from, spendTo: to }]
  }

  function refresh(scope: Scope, background: Background): void {
    const { workspaceId, currency } = scope
    background.start(`inventory ${workspaceId}`, function* () {
      const now = { ...scope, revision: background.live() }
      const next = createGeneration(now)
      yield* next.prepare(now, periodsFor(scope))
      // Written to meanwhile: whoever asks next begins again.
      if (!next.isOf(background.live(), currency)) return
      current = next
      if (isOwed) background.announce(workspaceId)
      isOwed = false
    })
  }

  function fresh(scope: Scope): ResourceIndex {
    if (!current || !isCurrent(scope)) current = createGeneration(scope)
    return current.view(scope)
  }

  return {
    of(scope: Scope): ResourceIndex {
      const { background, revision, workspaceId } = scope
      if (!current || isCurrent(scope) || !background) return fresh(scope)
      const isLarge = current.size() >= LARGE || countOf(scope) >= LARGE
      if (!isLarge || !current.isOfSameStore(revision)) return fresh(scope)
      if (!background.isSyncing(workspaceId)) refresh(scope, background)
      isOwed = true
      return current.view(scope)
    },
    fresh,
    warm(scope: Scope): void {
      const { background, workspaceId } = scope
      if (!current && background && !background.isSyncing(workspaceId)) refresh(scope, background)
    },
  }
}

const countOf = ({ db, workspaceId }: Scope): number =>
  db.select({ n: count() }).from(resources).where(eq(resources.workspaceId, workspaceId)).get()?.n ?? 0

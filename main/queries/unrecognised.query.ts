import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { connections, resourceAliases, resources } from '#main/store/schema/inventory.ts'
import { sightings, typeRules, unrecognised } from '#main/store/schema/judgements.ts'
import { users } from '#main/store/schema/people.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { exactText } from './figures.ts'
import { personName } from './person-name.ts'
import { rawView } from './raw-view.ts'
import { priceView } from './resource-page.ts'
import type { Scope } from './scope.ts'
import { matchesSearch } from './search.ts'

/** What the bill names and nobody knew: what is open first, the dearest first. */
export function listUnrecognised(
  { db, workspaceId }: Scope,
  { search, provider, state, offset, limit }: ParsedInput<'unrecognised.list'>,
): CallOutput<'unrecognised.list'> {
  const ours = and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs))
  const where = and(
    ours,
    provider === undefined ? undefined : eq(connections.provider, provider),
    state === 'all' ? undefined : state === 'open' ? isOpen : isNotNull(unrecognised.resolvedAtMs),
    matchesSearch(search, searched),
  )
  const rows = db
    .select({
      id: unrecognised.id,
      connectionId: unrecognised.connectionId,
      connectionName: connections.name,
      provider: connections.provider,
      externalId: unrecognised.externalId,
      name: unrecognised.name,
      kind: unrecognised.kind,
      service: unrecognised.service,
      metrics: unrecognised.metrics,
      sightings: sql<number>`(select count(*) from ${sightings} where ${sightings.unrecognisedId} = ${unrecognised.id})`,
      firstSeenAtMs: unrecognised.firstSeenAtMs,
      lastSeenAtMs: unrecognised.lastSeenAtMs,
      resourceId,
      type: unrecognised.type,
      note: unrecognised.note,
      resolvedByName: sql<string | null>`iif(${unrecognised.resolvedAtMs} is null, null, ${personName})`,
      resolvedAtMs: unrecognised.resolvedAtMs,
      raw: unrecognised.raw,
      currency: unrecognised.currency,
      micros: exactText(unrecognised.dailyMicros),
      rest: exactText(unrecognised.dailyRest),
    })
    .from(unrecognised)
    .innerJoin(connections, eq(connections.id, unrecognised.connectionId))
    .leftJoin(users, eq(users.id, unrecognised.resolvedBy))
    .where(where)
    .orderBy(
      asc(isNotNull(unrecognised.resolvedAtMs)),
      desc(unrecognised.dailyMicros),
      desc(unrecognised.lastSeenAtMs),
      asc(unrecognised.id),
    )
    .limit(limit)
    .offset(offset)
    .all()
  const countOf = (which: SQL | undefined): number =>
    db
      .select({ n: count() })
      .from(unrecognised)
      .innerJoin(connections, eq(connections.id, unrecognised.connectionId))
      .where(which)
      .get()?.n ?? 0
  return {
    items: rows.map(({ currency, micros, rest, raw, ...row }) => ({
      ...row,
      dailyCost: priceView(micros, rest, currency),
      raw: rawView(raw),
    })),
    total: countOf(where),
    open: countOf(and(ours, isOpen)),
  }
}

const isOpen = isNull(unrecognised.resolvedAtMs)

const searched = (pattern: string): SQL[] => [
  sql`${unrecognised.name} glob ${pattern}`,
  sql`${unrecognised.externalId} glob ${pattern}`,
  sql`${unrecognised.kind} glob ${pattern}`,
  sql`${unrecognised.service} glob ${pattern}`,
  sql`${unrecognised.note} glob ${pattern}`,
  sql`${connections.name} glob ${pattern}`,
]

/** Under its own number, or under another's when it was merged. */
const resourceId = sql<number | null>`coalesce(
  (select ${resources.id} from ${resources} where ${resources.connectionId} = ${unrecognised.connectionId}
    and ${resources.externalId} = ${unrecognised.externalId}),
  (select ${resourceAliases.resourceId} from ${resourceAliases}
    where ${resourceAliases.connectionId} = ${unrecognised.connectionId}
    and ${resourceAliases.externalId} = ${unrecognised.externalId}))`

export function listTypeRules({ db, workspaceId }: Scope): CallOutput<'unrecognised.listRules'> {
  const items = db
    .select({
      id: typeRules.id,
      provider: typeRules.provider,
      kind: typeRules.kind,
      type: typeRules.type,
      byName: personName,
      atMs: typeRules.atMs,
    })
    .from(typeRules)
    .leftJoin(users, eq(users.id, typeRules.userId))
    .where(eq(typeRules.workspaceId, workspaceId))
    .orderBy(asc(typeRules.provider), asc(typeRules.kind))
    .all()
  return { items }
}

export type UnrecognisedRow = NonNullable<ReturnType<typeof findUnrecognised>>

export const findUnrecognised = ({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: number) =>
  db
    .select({
      provider: connections.provider,
      kind: unrecognised.kind,
      resolvedAtMs: unrecognised.resolvedAtMs,
    })
    .from(unrecognised)
    .innerJoin(connections, eq(connections.id, unrecognised.connectionId))
    .where(
      and(eq(unrecognised.id, id), eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)),
    )
    .get()

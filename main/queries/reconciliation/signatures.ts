import { and, desc, eq, isNull } from 'drizzle-orm'
import { reconciliations } from '#main/store/schema/acts.ts'
import { users } from '#main/store/schema/people.ts'
import type { Scope } from '../scope.ts'
import type { Figures } from './figures.ts'

export type Signature = {
  connectionId: string
  byName: string | null
  atMs: number
  note: string | null
  difference: string | null
  fingerprint: string
}

/** The one that holds of each account. */
export function readSignatures(
  { db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>,
  month: string,
): Map<string, Signature> {
  const rows = db
    .select({
      connectionId: reconciliations.connectionId,
      byName: users.name,
      atMs: reconciliations.signedAtMs,
      note: reconciliations.note,
      difference: reconciliations.difference,
      fingerprint: reconciliations.fingerprint,
    })
    .from(reconciliations)
    .leftJoin(users, eq(users.id, reconciliations.signedBy))
    .where(
      and(
        eq(reconciliations.workspaceId, workspaceId),
        eq(reconciliations.month, month),
        isNull(reconciliations.undoneAtMs),
      ),
    )
    .orderBy(desc(reconciliations.id))
    .all()
  return new Map(rows.toReversed().map((row) => [row.connectionId, row]))
}

/** What a signature is for: figures and documents; whoever changes one of them has to sign again. */
export const fingerprintOf = (figures: readonly Figures[]): string =>
  figures
    .map(({ currency, ladder, act }) =>
      [
        currency,
        ladder.accrued,
        ladder.without,
        ladder.withVat,
        ...(act ? [act.total, act.vat, ...[...act.ids].sort()] : []),
      ].join(' '),
    )
    .sort()
    .join('; ')

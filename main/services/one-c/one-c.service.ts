import type { Session } from '#main/core/model/session.ts'
import { isCostAccount } from '#main/core/reconciliation/postings.ts'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { listPostings } from '#main/queries/one-c.query.ts'
import { partKey, readOneCMapping } from '#main/queries/one-c-mappings.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { putOneCMapping } from '#main/store/repos/one-c-mappings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ExportsService } from '../exports/exports.service.ts'
import { postingSheet } from './posting-sheet.ts'
import { writePostings } from './write-postings.ts'

type Parts = {
  store: Store
  exports: Pick<ExportsService, 'start'>
  /** As of now, whenever it is asked for: a file waits for those before it. */
  scopeOf(session: Session): Scope
}

export type OneCService = ReturnType<typeof createOneC>

/** What goes from acts into 1C: how things are called there, and the postings as a file. */
export function createOneC({ store, exports, scopeOf }: Parts) {
  return {
    update(session: Session, input: ParsedInput<'oneC.updateMapping'>): Record<string, never> {
      const { workspaceId } = session
      const { defaults, splitBy, account, part } = input
      for (const own of [defaults?.costAccount, part?.costAccount || undefined])
        if (own !== undefined && !isCostAccount(own)) throw new AppError('oneC.badAccount', { account: own })
      store.transaction((db) => {
        if (defaults) putOneCMapping(db, { workspaceId, kind: 'defaults', key: '', value: defaults })
        if (splitBy !== undefined)
          putOneCMapping(db, { workspaceId, kind: 'defaults', key: '', value: { splitBy } })
        if (account) {
          const { connectionId: key, ...value } = account
          if (!findConnection(db, workspaceId, key)) throw new AppError('connection.notFound')
          putOneCMapping(db, { workspaceId, kind: 'account', key, value })
        }
        // A value of the dimension that postings are split by, or are from now on.
        const by = splitBy ?? readOneCMapping({ ...scopeOf(session), db }).splitBy
        if (part && by !== null) {
          const { key, ...value } = part
          putOneCMapping(db, { workspaceId, kind: 'part', key: partKey(by, key), value })
        }
      })
      return {}
    },

    async startExport(session: Session, { month, format }: ParsedInput<'oneC.startExport'>) {
      const scope = scopeOf(session)
      refuse(scope, month)
      return exports.start({
        workspaceId: session.workspaceId,
        kind: 'oneC',
        fileName: `InfraZen_1C_${month}.${format}`,
        format,
        version: null,
        write: (place) => {
          const now = scopeOf(session)
          refuse(now, month)
          return writePostings(postingSheet(now, month), { format, madeAtMs: now.nowMs }, place)
        },
      })
    },
  }
}

function refuse(scope: Scope, month: string): void {
  const { totals, unmapped } = listPostings(scope, month)
  if (unmapped.length > 0) throw new AppError('oneC.unmapped', { count: unmapped.length })
  if (totals.length === 0) throw new AppError('oneC.noActs', { month })
}

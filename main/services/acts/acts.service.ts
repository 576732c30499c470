import type { Session } from '#main/core/model/session.ts'
import { readDocument } from '#main/importers/acts/read-document.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { keepDocument } from './keep-document.ts'
import { matchPayments } from './match-payments.ts'
import { addTyped, updateAct, withdraw } from './said-by-person.ts'

type Empty = Record<string, never>
type Loaded = CallOutput<'acts.load'>['items'][number]

export type ActsService = {
  load(session: Session, scope: Scope, input: ParsedInput<'acts.load'>): Promise<CallOutput<'acts.load'>>
  add(session: Session, scope: Scope, input: ParsedInput<'acts.add'>): { id: string }
  update(session: Session, input: ParsedInput<'acts.update'>): Empty
  withdraw(session: Session, input: ParsedInput<'acts.withdraw'>): Empty
}

/** Documents of suppliers: from files and from people. Each is one transaction, and payments that wait find what is new. */
export function createActs({ store, ports }: { store: Store; ports: Ports }): ActsService {
  const parts = (session: Session, scope: Scope) => ({
    session,
    scope,
    id: ports.ids.next(),
    atMs: ports.clock.nowMs(),
  })

  async function loadOne(session: Session, scope: Scope, token: string): Promise<Loaded> {
    const file = ports.inbox.find(token)
    const fileName = file?.name ?? '—'
    try {
      if (!file) throw new AppError('import.noFile')
      const given = { ...(await readDocument(file)), fileName }
      const { id, isNew } = store.transaction((db) => {
        const kept = keepDocument(db, given, parts(session, scope))
        if (kept.isNew) matchPayments(db, session.workspaceId)
        return kept
      })
      return { fileName, status: isNew ? 'added' : 'same', actId: id, problem: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, details } = error
      return { fileName, status: 'failed', actId: null, problem: { code, details } }
    } finally {
      ports.inbox.drop(token)
    }
  }

  return {
    async load(session, scope, { tokens }) {
      const items: Loaded[] = []
      for (const token of tokens) items.push(await loadOne(session, scope, token))
      return { items }
    },

    add(session, scope, input) {
      const own = parts(session, scope)
      store.transaction((db) => {
        addTyped(db, input, own)
        matchPayments(db, session.workspaceId)
      })
      return { id: own.id }
    },

    update(session, input) {
      store.transaction((db) => updateAct(db, session, input))
      return {}
    },

    withdraw(session, { id, reason }) {
      store.transaction((db) => {
        withdraw(db, session, { id, reason, atMs: ports.clock.nowMs() })
        matchPayments(db, session.workspaceId)
      })
      return {}
    },
  }
}

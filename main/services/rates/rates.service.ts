import type { Session } from '#main/core/model/session.ts'
import { HOLDS_DAYS } from '#main/core/rates/book.ts'
import type { ToldRates } from '#main/core/rates/parsed.ts'
import type { Ports } from '#main/ports/ports.ts'
import { closedAmong } from '#main/queries/rates-choice.ts'
import { ownsConnection } from '#main/queries/rates-owner.ts'
import { wantedCurrencies } from '#main/queries/rates-wanted.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { putActRate, removeActRate } from '#main/store/repos/act-rates.repo.ts'
import { putRates, removeRate } from '#main/store/repos/currency-rates.repo.ts'
import { updateWorkspace } from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { LoadedRatesView } from '#shared/contract/rates.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addDays } from '#shared/lib/day.ts'
import type { NetworkService } from '../network/network.service.ts'
import { BANK_ADDRESS, createBankSite } from './bank-site.ts'
import { keepBankRates, monthOf } from './keep-rates.ts'
import { readRatesFile } from './read-file.ts'

type Empty = Record<string, never>

export type RatesService = {
  startFetch(session: Session, scope: Scope, input: ParsedInput<'rates.startFetch'>): Promise<LoadedRatesView>
  load(session: Session, token: string): Promise<LoadedRatesView>
  update(session: Session, input: ParsedInput<'rates.update'>): Empty
  remove(session: Session, input: ParsedInput<'rates.remove'>): Empty
  updateAct(session: Session, input: ParsedInput<'rates.updateAct'>): Empty
  updateRule(session: Session, input: ParsedInput<'rates.updateRule'>): Empty
  close(): void
}

/** `bankAddress`: another place that speaks as the Bank's site does; for tests. */
type Parts = { store: Store; ports: Ports; network: Pick<NetworkService, 'route'>; bankAddress?: string }

/** Asked for besides the ledger's, so that the first bill in them finds its rate. */
const USUAL: readonly Currency[] = ['USD', 'EUR', 'CNY']

export function createRates({ store, ports, network, bankAddress = BANK_ADDRESS }: Parts): RatesService {
  const bank = createBankSite({ net: ports.net, address: bankAddress })
  const ending = new AbortController()

  const keep = ({ workspaceId, userId }: Session, told: ToldRates, note: string | null): LoadedRatesView =>
    store.transaction((db) =>
      keepBankRates(db, told, { workspaceId, userId, atMs: ports.clock.nowMs(), note }),
    )

  const said = ({ workspaceId, userId }: Session) => ({ workspaceId, userId, atMs: ports.clock.nowMs() })

  return {
    /** Tomorrow's rate is set today, later ones are not. What was set before the first day may still hold on it. */
    async startFetch(session, scope, { from, to }) {
      const tomorrow = addDays(scope.today, 1)
      const last = to < tomorrow ? to : tomorrow
      const isDay = from === to || from >= last
      const range = isDay ? { from: last, to: last } : { from: addDays(from, -HOLDS_DAYS), to: last }
      const currencies = [...new Set([...wantedCurrencies(scope), ...USUAL])]
      const way = { route: await network.route(), signal: ending.signal }
      return keep(session, await bank.fetchRates({ ...range, currencies }, way), null)
    },

    async load(session, token) {
      const file = ports.inbox.find(token)
      if (!file) throw new AppError('import.noFile')
      try {
        return keep(session, await readRatesFile(file), file.name)
      } finally {
        ports.inbox.drop(token)
      }
    },

    update(session, { currency, day, ...rest }) {
      refuseRouble(currency)
      store.transaction((db) => {
        refuseClosed(db, session, monthOf(day))
        putRates(db, [{ ...said(session), source: 'manual', currency, day, ...rest }])
      })
      return {}
    },

    remove(session, { currency, day }) {
      store.transaction((db) => {
        refuseClosed(db, session, monthOf(day))
        const key = { workspaceId: session.workspaceId, source: 'manual' as const, currency, day }
        if (!removeRate(db, key)) throw new AppError('rates.notFound')
      })
      return {}
    },

    updateAct(session, { value, nominal, note, ...key }) {
      refuseRouble(key.currency)
      store.transaction((db) => {
        refuseClosed(db, session, key.month)
        const { workspaceId } = session
        if (!ownsConnection({ db, workspaceId }, key.connectionId)) throw new AppError('connection.notFound')
        if (value !== null) putActRate(db, { ...said(session), ...key, nominal, value, note })
        else if (!removeActRate(db, { workspaceId, ...key })) throw new AppError('rates.notFound')
      })
      return {}
    },

    updateRule({ workspaceId }, { rule }) {
      store.transaction((db) => updateWorkspace(db, workspaceId, { rateRule: rule }))
      return {}
    },

    close: () => ending.abort(new AppError('rates.unreachable', { reason: 'closed' })),
  }
}

function refuseRouble(currency: Currency): void {
  if (currency === 'RUB') throw new AppError('rates.rouble')
}

function refuseClosed(db: ReadableDb, { workspaceId }: Session, month: string): void {
  if (closedAmong({ db, workspaceId }).has(month)) throw new AppError('rates.frozen', { month })
}

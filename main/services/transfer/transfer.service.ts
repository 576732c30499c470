import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Scope } from '#main/queries/scope.ts'
import {
  type AccountHere,
  listAccountsHere,
  listMonthsWithLines,
  listReceived,
  readReceived,
} from '#main/queries/transfers.query.ts'
import { readWorkspace } from '#main/queries/workspaces.query.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import type { ExportPlace, ExportsService } from '../exports/exports.service.ts'
import { fingerprintOf } from '../packages/keys.ts'
import { commitParts } from './commit-parts.ts'
import { dropParts, writeParts } from './merge-parts.ts'
import { createOwnKey } from './own-key.ts'
import { partsToWrite } from './parts-to-write.ts'
import { type PartSeen, readParcel } from './read-parcel.ts'
import { sealParcel } from './seal.ts'
import { accountKey, rowOf, type State, senderOf, stateOf } from './standing.ts'
import { unseal } from './unseal.ts'
import { packed, recordsOf } from './write-parcel.ts'

export type TransferService = ReturnType<typeof createTransfer>

type Parts = {
  store: Store
  ports: Ports
  exports: Pick<ExportsService, 'start'>
  scopeOf(session: Session): Scope
}

const WORST_FIRST: readonly State[] = ['replaces', 'new', 'older', 'same']

/** Months of the ledger from one installation to another, by file. */
export function createTransfer({ store, ports, exports, scopeOf }: Parts) {
  const { clock, ids, inbox, log, paths, guessCost } = ports
  const ownKey = createOwnKey(paths.signingKeyFile)
  const inTurn = oneAtATime()
  let stopping = new AbortController()

  async function write(session: Session, months: readonly string[], passphrase: string, place: ExportPlace) {
    const scope = scopeOf(session)
    const accounts = listAccountsHere({ db: store.read, workspaceId: session.workspaceId })
    const { parts, total } = partsToWrite(scope, accounts, months)
    if (parts.length === 0) throw new AppError('transfer.noLines')
    const used = accounts.filter((_, at) => parts.some(({ account }) => account === at))
    const parcel = {
      id: ids.next(),
      organisation: readWorkspace(store.read, session.workspaceId)?.name ?? '',
      madeAtMs: clock.nowMs(),
      accounts: used.map(({ provider, accountRef, name, vat }) => ({ provider, accountRef, name, vat })),
    }
    const numbered = parts.map((part) => ({
      ...part,
      account: used.indexOf(accounts[part.account] as AccountHere),
    }))
    let lines = 0
    const records = recordsOf(parcel, numbered, (count) => {
      lines += count
      place.onProgress(lines, total)
    })
    const how = { passphrase, cost: guessCost, privateKey: ownKey.get(), path: place.path }
    const { bytes } = await sealParcel(packed(records, place.signal), how)
    // The ledger has changed meanwhile: half of it would be of one moment and half of another.
    if (lines !== total) throw new AppError('export.failed')
    log.write('info', 'transfer.made', { lines, bytes, months: months.length })
    return { lines, bytes, problem: null }
  }

  /** Read from its first byte to its last before anything of it is believed. */
  async function look(session: Session, token: string, passphrase: string) {
    if (session.isDemo) throw new AppError('transfer.demo')
    const file = inbox.find(token)
    if (!file) throw new AppError('import.noFile')
    const unsealed = await unseal(file, passphrase)
    const { parcel, parts } = await readParcel(unsealed, stopping.signal, {})
    const received = readReceived({ db: store.read, workspaceId: session.workspaceId })
    const fingerprint = fingerprintOf(unsealed.publicKey)
    const standing = (part: PartSeen): State => {
      const account = accountKey(parcel.accounts[part.account] ?? { provider: '', accountRef: '' })
      return stateOf(rowOf(received, { sender: fingerprint, account, month: part.month }), part, parcel)
    }
    const sender = senderOf(received, { fingerprint, organisation: parcel.organisation })
    return { file, unsealed, parcel, parts, received, fingerprint, sender, standing }
  }

  async function merge(session: Session, input: ParsedInput<'transfer.merge'>) {
    const seen = await look(session, input.token, input.passphrase)
    const { file, parcel, fingerprint, received } = seen
    if (seen.sender === 'changed' && !input.isSenderChecked)
      throw new AppError('transfer.otherSender', { name: parcel.organisation })
    const chosen = seen.parts.filter(({ month }) => input.months.includes(month))
    if (chosen.length === 0) throw new AppError('transfer.noLines')
    const states = new Map(chosen.map((part) => [`${part.account} ${part.month}`, seen.standing(part)]))
    const isWanted = ({ account, month }: { account: number; month: string }): boolean =>
      ['new', 'replaces'].includes(states.get(`${account} ${month}`) ?? '')
    const { workspaceId, userId } = session
    const written = await writeParts(seen.unsealed, {
      store,
      ports,
      signal: stopping.signal,
      workspaceId,
      userId,
      fileName: file.name,
      isWanted,
    })
    try {
      commitParts(store, written, { workspaceId, userId, parcel, fingerprint, received, atMs: clock.nowMs() })
    } catch (error) {
      await dropParts(
        store,
        written.map(({ parcelId }) => parcelId),
      )
      throw error
    }
    inbox.drop(input.token)
    const count = (state: State) => [...states.values()].filter((one) => one === state).length
    const lines = written.reduce((sum, { part }) => sum + part.lines, 0)
    log.write('info', 'transfer.merged', { sender: fingerprint, parts: written.length, lines })
    return {
      added: count('new'),
      replaced: count('replaces'),
      same: count('same'),
      older: count('older'),
      lines,
    }
  }

  async function stopAll(): Promise<void> {
    stopping.abort(new AppError('import.interrupted'))
    await inTurn(async () => undefined)
    stopping = new AbortController()
  }

  return {
    list: (session: Session): CallOutput<'transfer.list'> => ({
      months: listMonthsWithLines(scopeOf(session)),
      fingerprint: ownKey.fingerprint(),
      received: listReceived({ db: store.read, workspaceId: session.workspaceId }),
    }),

    async start(session: Session, { months, passphrase }: ParsedInput<'transfer.start'>) {
      if (session.isDemo) throw new AppError('transfer.demo')
      if (!passphraseStrength(passphrase).isAccepted) throw new AppError('transfer.weakPassphrase')
      const sorted = [...new Set(months)].sort()
      const known = new Set(listMonthsWithLines(scopeOf(session)).map(({ month }) => month))
      if (!sorted.some((month) => known.has(month))) throw new AppError('transfer.noLines')
      ownKey.get()
      return exports.start({
        workspaceId: session.workspaceId,
        kind: 'parcel',
        fileName: `InfraZen_${[...new Set([sorted[0], sorted.at(-1)])].join('_')}.izdata`,
        format: 'izdata',
        version: null,
        write: (place) => write(session, sorted, passphrase, place),
      })
    },

    async open(
      session: Session,
      { token, passphrase }: ParsedInput<'transfer.open'>,
    ): Promise<CallOutput<'transfer.open'>> {
      const { parcel, parts, fingerprint, sender, standing } = await look(session, token, passphrase)
      const here = listAccountsHere({ db: store.read, workspaceId: session.workspaceId })
      const months = Map.groupBy(parts, ({ month }) => month)
      return {
        organisation: parcel.organisation,
        madeAtMs: parcel.madeAtMs,
        fingerprint,
        sender,
        months: [...months]
          .sort(([one], [other]) => (one < other ? 1 : -1))
          .map(([month, of]) => ({
            month,
            lines: of.reduce((sum, { lines }) => sum + lines, 0),
            billed: summed(of),
            state: WORST_FIRST.find((state) => of.some((part) => standing(part) === state)) ?? 'new',
          })),
        accounts: parcel.accounts.map((account) => ({
          key: accountKey(account),
          name: account.name,
          provider: account.provider,
          connectionName: here.find((one) => accountKey(one) === accountKey(account))?.name ?? null,
        })),
      }
    },

    /** One after the other: two of the same parcel at once would both find nothing of it here. */
    merge: (session: Session, input: ParsedInput<'transfer.merge'>) => inTurn(() => merge(session, input)),

    /** Before another store takes the place of this one: what is half written is taken out again. */
    stopAll,
    recover: async (): Promise<void> => undefined,
    close: stopAll,
  }
}

function summed(parts: readonly PartSeen[]): { amount: string; currency: Currency }[] {
  const sums = new Map<Currency, bigint>()
  for (const [currency, amount] of parts.flatMap(({ billed }) => billed))
    sums.set(currency, (sums.get(currency) ?? 0n) + (parseDecimal(amount) ?? 0n))
  return [...sums].map(([currency, femtos]) => ({ currency, amount: formatDecimal(femtos) }))
}

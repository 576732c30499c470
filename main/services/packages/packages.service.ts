import type { Session } from '#main/core/model/session.ts'
import { readWhole } from '#main/importers/read-whole.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findLatest, listPackages, listRealWorkspaces, listTrusted } from '#main/queries/packages.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { putCalendar } from '#main/store/repos/calendars.repo.ts'
import { addPackage, addTrustedKey, removeTrustedKey } from '#main/store/repos/packages.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { keepBankRates } from '../rates/keep-rates.ts'
import { createKeeperRule } from '../vault/keeper-rule.ts'
import { MOST_PACKAGE_BYTES, openPackage, type PackageFacts } from './container.ts'
import { type Contents, factsOf, readContents, toldRates } from './contents.ts'
import { readPublicKey } from './keys.ts'

export type PackagesService = ReturnType<typeof createPackages>

type Loading = { id: string; userId: string; atMs: number }

/** What the program would fetch if it had a network, carried in by hand and signed by somebody it believes. */
export function createPackages({ store, ports }: { store: Store; ports: Ports }) {
  const { keeperOnly } = createKeeperRule(store)
  const { clock, ids, inbox, log } = ports

  const keyOf = (fingerprint: string) => {
    const found = listTrusted(store.read).find((key) => key.fingerprint === fingerprint)
    return found ? { name: found.name, publicKey: readPublicKey(found.publicKey).publicKey } : null
  }

  /** In one transaction: all that the package says, or nothing. */
  function keep(
    opened: { facts: PackageFacts; keyName: string },
    contents: Contents,
    loading: Loading,
  ): string {
    const { facts, keyName } = opened
    return store.transaction((db) => {
      const latest = findLatest(db, facts)
      if (latest?.madeAtMs === facts.madeAtMs && latest.version === facts.version) return latest.id
      if (latest && latest.madeAtMs >= facts.madeAtMs)
        throw new AppError('package.older', { version: latest.version })
      const counted = putWhereItBelongs(db, contents, facts, loading)
      const { atMs, ...who } = loading
      addPackage(db, {
        ...who,
        ...facts,
        keyName,
        loadedAtMs: atMs,
        facts: { ...factsOf(contents), ...counted },
        content: ['rates', 'calendars'].includes(contents.kind) ? null : contents.content,
      })
      return loading.id
    })
  }

  return {
    list: (): CallOutput<'packages.list'> => listPackages(store.read),

    async load(session: Session, token: string): Promise<CallOutput<'packages.load'>> {
      keeperOnly(session)
      const file = inbox.find(token)
      if (!file) throw new AppError('import.noFile')
      try {
        const bytes = await readWhole(file, MOST_PACKAGE_BYTES + 64 * 1024)
        const { facts, content, key } = openPackage(bytes, keyOf)
        const contents = readContents(facts.kind, content)
        const loading = { id: ids.next(), userId: session.userId, atMs: clock.nowMs() }
        const id = keep({ facts, keyName: key.name }, contents, loading)
        log.write('info', 'package.loaded', { kind: facts.kind, version: facts.version })
        const loaded = listPackages(store.read).items.find((one) => one.id === id)
        if (!loaded) throw new Error('a package that was kept is not there')
        return loaded
      } finally {
        inbox.drop(token)
      }
    },

    addKey(session: Session, { name, publicKeyPem }: ParsedInput<'packages.addKey'>) {
      keeperOnly(session)
      const { pem, fingerprint } = readPublicKey(publicKeyPem)
      const id = ids.next()
      store.transaction((db) => {
        const taken = listTrusted(db).find((key) => key.fingerprint === fingerprint)
        if (taken) throw new AppError('package.keyTaken', { name: taken.name })
        const row = {
          id,
          name,
          publicKey: pem,
          fingerprint,
          addedAtMs: clock.nowMs(),
          userId: session.userId,
        }
        addTrustedKey(db, row)
      })
      return { id, fingerprint }
    },

    removeKey(session: Session, id: string): Record<string, never> {
      keeperOnly(session)
      if (!store.transaction((db) => removeTrustedKey(db, id))) throw new AppError('package.keyNotFound')
      return {}
    },
  }
}

/** Returns what there is to tell beyond what the package says of itself. */
function putWhereItBelongs(
  db: WritableDb,
  contents: Contents,
  { name, version }: PackageFacts,
  { id, userId, atMs }: Loading,
): Record<string, number> {
  if (contents.kind === 'calendars')
    for (const year of contents.content.years)
      putCalendar(db, { country: contents.content.country, ...year, packageId: id })
  if (contents.kind !== 'rates') return {}
  const told = toldRates(contents.content)
  const note = `${name} ${version}`
  const kept = listRealWorkspaces(db).map((workspaceId) =>
    keepBankRates(db, told, { workspaceId, userId, atMs, note }),
  )
  const sum = (of: 'added' | 'changed' | 'frozen') => kept.reduce((total, one) => total + one[of], 0)
  return { added: sum('added'), changed: sum('changed'), frozen: sum('frozen') }
}

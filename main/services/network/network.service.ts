import type { Session } from '#main/core/model/session.ts'
import type { NetRoute } from '#main/ports/net.ts'
import { readAppSettings } from '#main/queries/app-settings.query.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { createKeeperRule } from '../vault/keeper-rule.ts'
import type { VaultService } from '../vault/vault.service.ts'
import { describeAuthorities, readAuthorities } from './authorities.ts'
import { readProxyAddress, withPerson } from './proxy-address.ts'

export type NetworkService = {
  /** A guest of the demo company learns nothing of the house's network. */
  getState(session: Pick<Session, 'isDemo'>): Promise<CallOutput<'network.getState'>>
  update(session: Session, input: ParsedInput<'network.update'>): Promise<Record<string, never>>
  /** How requests go out now, the proxy's password in its address. */
  route(): Promise<NetRoute>
}

const AREA = 'network'
const SECRET = 'proxy'

type Kept = {
  proxy: 'system' | 'manual'
  proxyUrl: string | null
  proxyUser: string | null
  hasProxyPassword: boolean
  caPem: string | null
}

const NOTHING: Kept = {
  proxy: 'system',
  proxyUrl: null,
  proxyUser: null,
  hasProxyPassword: false,
  caPem: null,
}

/** The way out of this installation. The proxy's password lies with the other secrets, never in the store. */
export function createNetwork({ store, vault }: { store: Store; vault: VaultService }): NetworkService {
  const { keeperOnly } = createKeeperRule(store)

  function read(): Kept {
    const kept = readAppSettings(store.read, AREA)
    const textOf = (key: keyof Kept): string | null => {
      const value = kept.get(key)
      return typeof value === 'string' && value !== '' ? value : null
    }
    return {
      proxy: kept.get('proxy') === 'manual' ? 'manual' : 'system',
      proxyUrl: textOf('proxyUrl'),
      proxyUser: textOf('proxyUser'),
      hasProxyPassword: kept.get('hasProxyPassword') === true,
      caPem: textOf('caPem'),
    }
  }

  const write = (patch: Partial<Kept>): void =>
    store.transaction((db) => {
      for (const [key, value] of Object.entries(patch))
        putSetting(db, { scope: 'app', ownerId: AREA, key, value: value ?? '' })
    })

  return {
    async getState({ isDemo }) {
      const { caPem, ...rest } = isDemo ? NOTHING : read()
      return { ...rest, offline: 'no', authorities: caPem === null ? [] : describeAuthorities(caPem) }
    },

    /** All that can be refused is refused before anything is changed; the password is safe before it is relied on. */
    async update(session, { proxyPassword, ...input }) {
      keeperOnly(session)
      const patch: Partial<Kept> = { ...input }
      if (input.proxyUrl) patch.proxyUrl = readProxyAddress(input.proxyUrl)
      if (input.caPem) patch.caPem = readAuthorities(input.caPem)
      const next = { ...read(), ...patch }
      if (next.proxy === 'manual' && !next.proxyUrl) throw new AppError('network.badProxy', { address: '—' })
      if (proxyPassword) await vault.keep(SECRET, { password: proxyPassword })
      if (proxyPassword !== undefined) patch.hasProxyPassword = Boolean(proxyPassword)
      write(patch)
      if (proxyPassword !== undefined && !proxyPassword) await vault.forget(SECRET)
      return {}
    },

    async route() {
      const { proxy, proxyUrl, proxyUser, hasProxyPassword, caPem } = read()
      if (proxy === 'system' || proxyUrl === null) return { proxyUrl: null, caPem }
      const secrets = proxyUser !== null && hasProxyPassword ? await vault.read(SECRET) : null
      return { proxyUrl: withPerson(proxyUrl, proxyUser, secrets?.password ?? null), caPem }
    },
  }
}

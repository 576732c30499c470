import type { Session } from '#main/core/model/session.ts'
import type { NetRoute } from '#main/ports/net.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readAppSettings } from '#main/queries/app-settings.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { createKeeperRule } from '../vault/keeper-rule.ts'
import type { VaultService } from '../vault/vault.service.ts'
import { describeAuthorities, readAuthorities } from './authorities.ts'
import { readProxyAddress, withPerson } from './proxy-address.ts'
import { refusalOf } from './way-out.ts'

export type NetworkService = {
  /** A guest of the demo company learns nothing of the house's network. */
  getState(session: Pick<Session, 'isDemo'>): Promise<CallOutput<'network.getState'>>
  update(session: Session, input: ParsedInput<'network.update'>): Promise<Record<string, never>>
  /** Nothing goes out now: background work waits. */
  isOffline(): boolean
  /** Says so to whoever asked for something that needs the network. */
  refuseOffline(): void
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
  isOffline: boolean
}

type Parts = {
  store: Store
  vault: VaultService
  ports: Pick<Ports, 'policy'>
  /** Ends what is on its way, as soon as nothing may be. */
  cut(): void
}

const NOTHING: Kept = {
  proxy: 'system',
  proxyUrl: null,
  proxyUser: null,
  hasProxyPassword: false,
  caPem: null,
  isOffline: false,
}

/** What somebody here has chosen; the administrator's file stands above it. */
export const isSwitchedOff = (db: ReadableDb): boolean => readAppSettings(db, AREA).get('isOffline') === true

/** The way out of this installation. The proxy's password lies with the other secrets, never in the store. */
export function createNetwork({ store, vault, ports, cut }: Parts): NetworkService {
  const { keeperOnly } = createKeeperRule(store)
  const refusal = () => refusalOf({ policy: ports.policy, isSwitchedOff: () => isSwitchedOff(store.read) })
  const refuseOffline = (): void => {
    const refused = refusal()
    if (refused) throw refused
  }

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
      isOffline: kept.get('isOffline') === true,
    }
  }

  const write = (patch: Partial<Kept>): void =>
    store.transaction((db) => {
      for (const [key, value] of Object.entries(patch))
        putSetting(db, { scope: 'app', ownerId: AREA, key, value: value ?? '' })
    })

  return {
    async getState({ isDemo }) {
      const { caPem, isOffline, ...rest } = isDemo ? { ...NOTHING, isOffline: read().isOffline } : read()
      const said = ports.policy.read()
      return {
        ...rest,
        offline: said.isOffline ? 'policy' : isOffline ? 'yes' : 'no',
        policyFile: said.isOffline && !isDemo ? { path: said.path, isBroken: said.isBroken } : null,
        authorities: caPem === null ? [] : describeAuthorities(caPem),
      }
    },

    /** All that can be refused is refused before anything is changed; the password is safe before it is relied on. */
    async update(session, { proxyPassword, ...input }) {
      keeperOnly(session)
      if (input.isOffline === false && ports.policy.read().isOffline) refuseOffline()
      const patch: Partial<Kept> = { ...input }
      if (input.proxyUrl) patch.proxyUrl = readProxyAddress(input.proxyUrl)
      if (input.caPem) patch.caPem = readAuthorities(input.caPem)
      const next = { ...read(), ...patch }
      if (next.proxy === 'manual' && !next.proxyUrl) throw new AppError('network.badProxy', { address: '—' })
      if (proxyPassword) await vault.keep(SECRET, { password: proxyPassword })
      if (proxyPassword !== undefined) patch.hasProxyPassword = Boolean(proxyPassword)
      write(patch)
      if (input.isOffline) cut()
      if (proxyPassword !== undefined && !proxyPassword) await vault.forget(SECRET)
      return {}
    },

    isOffline: () => refusal() !== null,
    refuseOffline,

    async route() {
      refuseOffline()
      const { proxy, proxyUrl, proxyUser, hasProxyPassword, caPem } = read()
      if (proxy === 'system' || proxyUrl === null) return { proxyUrl: null, caPem }
      const secrets = proxyUser !== null && hasProxyPassword ? await vault.read(SECRET) : null
      return { proxyUrl: withPerson(proxyUrl, proxyUser, secrets?.password ?? null), caPem }
    },
  }
}

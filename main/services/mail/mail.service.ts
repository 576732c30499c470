import { trialLetter } from '#main/core/export/letter-texts.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Letter, MailServer } from '#main/ports/mail.ts'
import type { Ports } from '#main/ports/ports.ts'
import { readAppSettings } from '#main/queries/app-settings.query.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { mailField } from '#shared/lib/mail-settings.ts'
import type { NetworkService } from '../network/network.service.ts'
import { createKeeperRule } from '../vault/keeper-rule.ts'
import type { VaultService } from '../vault/vault.service.ts'

const AREA = 'mail'
const SECRET = 'mail'
/** A person waits for a trial; a report may be large and the line slow. */
const TRIAL_MS = 30_000
const SEND_MS = 10 * 60_000

type Kept = Pick<MailServer, 'host' | 'port' | 'security'> & {
  user: string
  from: string
  hasPassword: boolean
}

const NOTHING: Kept = { host: '', port: 465, security: 'tls', user: '', from: '', hasPassword: false }

type Parts = {
  store: Store
  ports: Ports
  vault: Pick<VaultService, 'read' | 'keep' | 'forget'>
  network: Pick<NetworkService, 'route' | 'isOffline'>
}

export type MailService = ReturnType<typeof createMailService>

/** The server that letters go through, of this installation. Its password lies in the vault. */
export function createMailService({ store, ports, vault, network }: Parts) {
  const { keeperOnly } = createKeeperRule(store)

  function read(): Kept {
    const kept = readAppSettings(store.read, AREA)
    const textOf = (key: keyof Kept): string => {
      const value = kept.get(key)
      return typeof value === 'string' ? value : ''
    }
    const [port, security] = [kept.get('port'), kept.get('security')]
    return {
      host: textOf('host'),
      port: Number.isInteger(port) ? Number(port) : NOTHING.port,
      security: security === 'startTls' || security === 'none' ? security : 'tls',
      user: textOf('user'),
      from: textOf('from'),
      hasPassword: kept.get('hasPassword') === true,
    }
  }

  const isSet = ({ host, from }: Kept): boolean => host !== '' && from !== ''

  async function send(letter: Omit<Letter, 'from'>, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (network.isOffline()) throw new AppError('delivery.offline')
    const kept = read()
    if (!isSet(kept)) throw new AppError('delivery.mailNotSet')
    const { host, port, security, user, from } = kept
    const password = kept.hasPassword ? ((await vault.read(SECRET))?.password ?? null) : null
    const { caPem } = await network.route()
    const server = { host, port, security, user: user || null, password, caPem }
    await ports.mail.send({ ...letter, from }, server, timeoutMs, signal)
  }

  return {
    /** A guest of the demo company learns nothing of the house's server. */
    getSettings({ isDemo }: Pick<Session, 'isDemo'>): CallOutput<'mail.getSettings'> {
      const kept = isDemo ? NOTHING : read()
      return { ...kept, isSet: isSet(kept) }
    },

    /** All that can be refused is refused before anything is changed; the password is safe before it is relied on. */
    async updateSettings(
      session: Session,
      { password, ...input }: ParsedInput<'mail.updateSettings'>,
    ): Promise<Record<string, never>> {
      keeperOnly(session)
      const next = { ...read(), ...input }
      const field = mailField(next)
      if (field !== null) throw new AppError('mail.badSettings', { field })
      if (password) await vault.keep(SECRET, { password })
      const patch = { ...input, ...(password === undefined ? {} : { hasPassword: Boolean(password) }) }
      store.transaction((db) => {
        for (const [key, value] of Object.entries(patch))
          putSetting(db, { scope: 'app', ownerId: AREA, key, value })
      })
      if (password !== undefined && !password) await vault.forget(SECRET)
      return {}
    },

    async test(session: Session, to: string): Promise<Record<string, never>> {
      keeperOnly(session)
      const { signal } = new AbortController()
      await send({ ...trialLetter, to: [to], attachments: [] }, TRIAL_MS, signal)
      return {}
    },

    send: (letter: Omit<Letter, 'from'>, signal: AbortSignal): Promise<void> => send(letter, SEND_MS, signal),
  }
}

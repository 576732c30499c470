import { createHash } from 'node:crypto'
import type { Ports } from '#main/ports/ports.ts'
import type { AccountCheck } from '#main/providers/registry.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import type { Fields } from './fields.ts'

export type CheckRequest = { workspaceId: string; id: string | null; provider: Provider; fields: Fields }

/** What a provider told of an account, and every secret that opens it from now on, the ones it gave included. */
export type CheckedAccount = { account: AccountCheck; secrets: Readonly<Record<string, string>> }

/** `account` null: the provider let us in and failed afterwards. */
type Remembered = { account: AccountCheck | null; secrets: CheckedAccount['secrets']; untilMs: number }

const REMEMBERED_MS = 5 * 60_000
const REMEMBERED_AT_MOST = 20
const TIMEOUT_MS = 90_000

/**
 * Asks providers who they take us for. A good answer is remembered for a few minutes, in memory only: a one-time code
 * typed for the test serves the saving after it too.
 */
export function createAccountChecks(parts: {
  ports: Ports
  openAccount: OpenAccount
  timeoutMs?: number | undefined
}) {
  const { ports, openAccount, timeoutMs = TIMEOUT_MS } = parts
  const remembered = new Map<string, Remembered>()

  function recall(request: CheckRequest): Remembered | null {
    const nowMs = ports.clock.nowMs()
    for (const [key, { untilMs }] of remembered) if (untilMs <= nowMs) remembered.delete(key)
    return remembered.get(keyOf(request)) ?? null
  }

  function remember(
    request: CheckRequest,
    account: AccountCheck | null,
    secrets: Remembered['secrets'],
  ): void {
    const key = keyOf(request)
    remembered.delete(key)
    remembered.set(key, { account, secrets: { ...secrets }, untilMs: ports.clock.nowMs() + REMEMBERED_MS })
    const oldest = remembered.keys().next().value
    if (remembered.size > REMEMBERED_AT_MOST && oldest !== undefined) remembered.delete(oldest)
  }

  async function ask(request: CheckRequest): Promise<CheckedAccount> {
    const { provider, fields } = request
    const secrets: Record<string, string> = { ...fields.secrets, ...recall(request)?.secrets }
    const signal = AbortSignal.timeout(timeoutMs)
    const opening = openAccount({
      provider,
      settings: fields.settings,
      secrets: { ...secrets, ...fields.codes },
      signal,
      keepSecret: async (name, value) => {
        if (value === null) delete secrets[name]
        else {
          ports.log.hide(value)
          secrets[name] = value
        }
        // The code that it was given for is spent, whatever comes next.
        remember(request, null, secrets)
      },
    })
    const account = await inTime(
      opening.then((opened) => opened.check()),
      signal,
    ).catch((error: unknown) => {
      if (!signal.aborted) throw error
      const seconds = Math.round(timeoutMs / 1000)
      throw new AppError('provider.timeout', { host: providerName(provider, 'en'), seconds })
    })
    remember(request, account, secrets)
    return { account, secrets }
  }

  return {
    ask,
    /** For saving: what the test of the same fields has told just now, else a new answer. */
    async settle(request: CheckRequest): Promise<CheckedAccount> {
      const { account, secrets } = recall(request) ?? { account: null, secrets: {} }
      return account ? { account, secrets } : ask(request)
    },
    forget: (request: CheckRequest): void => {
      remembered.delete(keyOf(request))
    },
  }
}

export type AccountChecks = ReturnType<typeof createAccountChecks>

/** Even a provider that does not heed the signal keeps nobody waiting. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

/** A digest: the key of the memory must not be a second place of secrets. Codes serve once and are no part of it. */
function keyOf({ workspaceId, id, provider, fields }: CheckRequest): string {
  const sorted = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))
  const whole = [workspaceId, id, provider, sorted(fields.settings), sorted(fields.secrets)]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

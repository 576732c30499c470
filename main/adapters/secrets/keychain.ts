import { randomBytes } from 'node:crypto'
import type { Keychain, SecretShelf } from '#main/ports/secrets.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { readTrouble } from './keychain-trouble.ts'
import { inPieces } from './long-values.ts'

type Entry = {
  getPassword(signal: AbortSignal): Promise<string | null>
  setPassword(value: string, signal: AbortSignal): Promise<void>
  deletePassword(signal: AbortSignal): Promise<boolean>
}
export type Keyring = {
  AsyncEntry: new (service: string, name: string, options: typeof PINNED) => Entry
}

type Options = {
  /** Only when it is first needed: a machine where the binding does not load has to start all the same. */
  load: () => Promise<Keyring>
  probeMs?: number
  answerMs?: number
}

const SERVICE = 'InfraZen'
const CANARY = 'canary'
/** Without this the binding falls back to the kernel's keyring, which is gone after a restart of the machine. */
const PINNED = { linux: { store: 'secret-service' } } as const
const PROBE_MS = 4000
/** A person may have to answer the system's own question first. */
const ANSWER_MS = 60_000

/**
 * The system's keychain. A native call cannot be taken back once it runs, so the waiting for it ends by our own clock;
 * the next call waits until it has really ended, and a late one never overwrites what came after it.
 */
export function createKeychain({ load, probeMs = PROBE_MS, answerMs = ANSWER_MS }: Options): Keychain {
  const native = oneAtATime()
  const inTurn = oneAtATime()

  function ask<T>(name: string, signal: AbortSignal, work: (entry: Entry) => Promise<T>): Promise<T> {
    const answer = native(async () => {
      signal.throwIfAborted()
      const { AsyncEntry } = await load()
      return work(new AsyncEntry(SERVICE, name, PINNED))
    })
    return until(answer, signal)
  }

  const shelfWithin = (limit: () => AbortSignal): SecretShelf => ({
    get: (name) => {
      const signal = limit()
      return ask(name, signal, (entry) => entry.getPassword(signal))
    },
    put: (name, value) => {
      const signal = limit()
      return ask(name, signal, (entry) => entry.setPassword(value, signal))
    },
    remove: async (name) => {
      const signal = limit()
      await ask(name, signal, (entry) => entry.deletePassword(signal))
    },
  })

  const shelf = inPieces(shelfWithin(() => AbortSignal.timeout(answerMs)))

  async function tryOut(): ReturnType<Keychain['probe']> {
    const limit = AbortSignal.timeout(probeMs)
    const canary = shelfWithin(() => limit)
    const value = randomBytes(16).toString('hex')
    try {
      await canary.put(CANARY, value)
      const found = await canary.get(CANARY)
      await canary.remove(CANARY)
      return { state: found === value ? 'ready' : 'failed', detail: null }
    } catch (error) {
      return readTrouble(error)
    }
  }

  return {
    probe: () => inTurn(tryOut),
    get: (name) => inTurn(() => shelf.get(name).catch(refuse)),
    put: (name, value) => inTurn(() => shelf.put(name, value).catch(refuseChange)),
    remove: (name) => inTurn(() => shelf.remove(name).catch(refuseChange)),
  }
}

/** The system's own words go on; the error itself stays behind, for nobody knows what else it carries. */
function refuse(error: unknown): never {
  throw new AppError('vault.noKeychain', { detail: readTrouble(error).detail ?? '' })
}

function refuseChange(error: unknown): never {
  const { state, detail } = readTrouble(error)
  throw new AppError(state === 'failed' ? 'vault.failed' : 'vault.noKeychain', { detail: detail ?? '' })
}

/** Ends by the signal where the work does not. */
function until<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

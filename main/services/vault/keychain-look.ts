import type { Clock } from '#main/ports/ports.ts'
import type { Keychain } from '#main/ports/secrets.ts'

type Found = Awaited<ReturnType<Keychain['probe']>>

/** A probe may bring up the system's own question: pages that ask at the same time share one, for a few seconds. */
const KEPT_MS = 10_000

export function createKeychainLook(keychain: Keychain, clock: Pick<Clock, 'nowMs'>) {
  let last: { atMs: number; found: Promise<Found> } | null = null

  function fresh(): Promise<Found> {
    last = { atMs: clock.nowMs(), found: keychain.probe() }
    return last.found
  }

  return {
    /** For what a person has just asked for: they may have opened the keychain a moment ago. */
    fresh,
    recent(): Promise<Found> {
      const age = last ? clock.nowMs() - last.atMs : Number.POSITIVE_INFINITY
      return last && age >= 0 && age < KEPT_MS ? last.found : fresh()
    },
  }
}

export type KeychainLook = ReturnType<typeof createKeychainLook>

const MINUTE_MS = 60_000
const FIRST_MINUTES = 5
const MOST_MINUTES = 6 * 60
const MOST_TRIES = 12

/** What trying again cannot mend; a wrong password tried again and again locks an account. */
const LASTING = new Set([
  'delivery.mailNotSet',
  'delivery.mailLogin',
  'delivery.mailRefused',
  'delivery.tooLarge',
  'delivery.badName',
  'report.fileChanged',
  'report.fileMissing',
  'vault.secretMissing',
])

/** Nothing has been tried: it waits for a person. */
const WAITING = new Set(['delivery.offline', 'vault.locked', 'vault.noKeychain', 'vault.failed'])

type After =
  | { status: 'waiting'; attempts: number; waitMs: number }
  | { status: 'retrying'; attempts: number; waitMs: number }
  | { status: 'failed'; attempts: number; waitMs: null }

/** What becomes of a delivery that has failed: waits grow from five minutes to six hours, twelve tries at most. */
export function afterFailure(code: string, attemptsBefore: number): After {
  if (WAITING.has(code))
    return { status: 'waiting', attempts: attemptsBefore, waitMs: FIRST_MINUTES * MINUTE_MS }
  const attempts = attemptsBefore + 1
  if (LASTING.has(code) || attempts >= MOST_TRIES) return { status: 'failed', attempts, waitMs: null }
  const minutes = Math.min(FIRST_MINUTES * 2 ** (attempts - 1), MOST_MINUTES)
  return { status: 'retrying', attempts, waitMs: minutes * MINUTE_MS }
}

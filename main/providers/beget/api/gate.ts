import { isTransport } from './errors.ts'

const FAILURES_TO_CLOSE = 2

/**
 * A host that could not be reached twice running is not asked again in this look: a dead network would otherwise be
 * waited for once for each part of the account.
 */
export function createGate(): <T>(ask: () => Promise<T>) => Promise<T> {
  let failures = 0
  let last: unknown = null
  return async (ask) => {
    if (failures >= FAILURES_TO_CLOSE) throw last
    try {
      const answer = await ask()
      failures = 0
      return answer
    } catch (error) {
      if (isTransport(error)) {
        failures += 1
        last = error
      } else failures = 0
      throw error
    }
  }
}

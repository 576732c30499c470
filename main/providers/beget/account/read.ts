import { AppError } from '#shared/errors/app-error.ts'
import type { Legacy } from '../api/legacy.ts'
import { PARTS } from '../parts.ts'
import type { Run } from '../run.ts'
import { rightOf, SECTIONS } from '../sections.ts'
import { normalizeAccount } from './normalize.ts'
import { accountRate, planItem } from './plan.ts'
import { type WireAccount, wireAccount } from './wire.ts'

const right = rightOf(SECTIONS.account)

export const askAccount = (legacy: Legacy): Promise<WireAccount | null> =>
  legacy.call(PARTS.account.endpoint, wireAccount, { right })

export async function readAccount(
  run: Run,
  legacy: Legacy,
  who: { ref: string; login: string },
): Promise<WireAccount | null> {
  let account: WireAccount | null = null
  await run.read(PARTS.account, async () => {
    account = await askAccount(legacy)
    if (account === null) return 'absent'
    run.sink.account(normalizeAccount(account, who))
    return { found: 1, problem: null }
  })
  return account
}

/** What the plan is worth depends on them. */
const SERVICES = [PARTS.servers, PARTS.snapshots, PARTS.images, PARTS.services]

/**
 * The plan is what the account's rate leaves after the services. Where one of them did not answer, the plan stays as it
 * was last seen: otherwise the cost of that part would be in it as well as in what is still shown of the part.
 */
export const readPlan = (run: Run, host: string, account: WireAccount | null): Promise<void> =>
  run.read(PARTS.plan, async () => {
    const { scope } = PARTS.plan
    const silent = [PARTS.account, ...SERVICES].map(run.outcomeOf).find((outcome) => outcome?.error)
    if (silent?.error && silent.status !== 'forbidden')
      throw new AppError(silent.error.code, silent.error.details)
    if (account === null) {
      const error = run.outcomeOf(PARTS.account)?.error
      if (error) throw new AppError(error.code, error.details)
      return 'absent'
    }
    const rate = accountRate(account)
    if (rate === null) {
      const path = `${PARTS.plan.endpoint} user_rate_current`
      throw new AppError('provider.badAnswer', { host, path, problem: 'missing' })
    }
    await run.tell(scope, [{ item: planItem(account, rate, run.dailyOf(SERVICES)), isPriceUnread: false }])
    return { found: 1, problem: null }
  })

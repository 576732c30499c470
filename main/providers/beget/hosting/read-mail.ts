import { AppError } from '#shared/errors/app-error.ts'
import type { Legacy } from '../api/legacy.ts'
import { listResult } from '../common/shapes.ts'
import { createTally } from '../listing.ts'
import { PARTS } from '../parts.ts'
import type { Run } from '../run.ts'
import { rightOf, SECTIONS } from '../sections.ts'
import { normalizeMailbox } from './normalize.ts'
import { wireMailbox } from './wire.ts'

const right = rightOf(SECTIONS.mail)

/**
 * Boxes are listed by domain, a request each of the sixty a minute: the account's own count of boxes says when all are
 * found, so that a hundred domains without mail are not waited for.
 */
export const readMail = (
  run: Run,
  legacy: Legacy,
  domains: readonly string[] | null,
  mailboxes: number | null,
): Promise<void> =>
  run.read(PARTS.mail, async () => {
    const { endpoint, scope } = PARTS.mail
    const tally = createTally(legacy.host, endpoint)
    if (mailboxes === 0) return tally.answer()
    if (domains === null) throw unknownDomains(run)
    let found = 0
    for (const domain of new Set(domains)) {
      if (mailboxes !== null && found >= mailboxes) break
      run.steps.plan(1)
      const answer = await askBoxes(legacy, domain)
      run.steps.done()
      if (answer === 'absent') return 'absent'
      if (answer === 'no mail') continue
      const findings = answer.items.map((wire) => normalizeMailbox(wire, domain))
      found += answer.received
      tally.list(answer)
      tally.findings(findings)
      await run.tell(scope, findings)
    }
    return tally.answer()
  })

async function askBoxes(legacy: Legacy, domain: string) {
  try {
    const input = { domain }
    return (
      (await legacy.call(PARTS.mail.endpoint, listResult(wireMailbox), { right, input })) ??
      ('absent' as const)
    )
  } catch (error) {
    // A domain that is parked elsewhere is none that boxes can be asked of.
    if (error instanceof AppError && error.details.reason === 'INVALID_DATA') return 'no mail' as const
    throw error
  }
}

/** Without the domains nobody knows whom to ask for. */
function unknownDomains(run: Run): AppError {
  const error = run.outcomeOf(PARTS.domains)?.error
  return error ? new AppError(error.code, error.details) : new AppError('internal')
}

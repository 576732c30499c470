import { AppError } from '#shared/errors/app-error.ts'
import type { Legacy } from '../api/legacy.ts'
import { listResult } from '../common/shapes.ts'
import { createTally } from '../listing.ts'
import { PARTS } from '../parts.ts'
import type { Run } from '../run.ts'
import { rightOf, SECTIONS } from '../sections.ts'
import { normalizeDomain } from './normalize.ts'
import { isRenewed, type Renewals, renewalsOf } from './renewals.ts'
import { wireDomain, wireZones } from './wire.ts'

const right = rightOf(SECTIONS.domains)

/** Their names, for the mail; null when they could not be told. */
export async function readDomains(run: Run, legacy: Legacy): Promise<string[] | null> {
  let names: string[] | null = null
  await run.read(PARTS.domains, async () => {
    const { endpoint, scope } = PARTS.domains
    const answer = await legacy.call(endpoint, listResult(wireDomain), { right })
    names = (answer?.items ?? []).flatMap(({ fqdn }) => (fqdn === null ? [] : [fqdn]))
    if (answer === null) return 'absent'
    const renewals = answer.items.some(isRenewed) ? await askRenewals(legacy) : renewalsOf([])
    const tally = createTally(legacy.host, endpoint)
    const findings = answer.items.map((wire) => normalizeDomain(wire, renewals))
    tally.list(answer)
    tally.findings(findings)
    await run.tell(scope, findings)
    return tally.answer()
  })
  return names
}

/**
 * Prices belong to the domains: where they do not come, the domains stay as they were last seen, since one without its
 * price would look as if it cost nothing from now on. Whoever may not ask for prices never had them.
 */
async function askRenewals(legacy: Legacy): Promise<Renewals> {
  try {
    const zones = await legacy.call('domain/getZoneList', wireZones, { right })
    return renewalsOf(zones?.items ?? [])
  } catch (error) {
    if (error instanceof AppError && error.code === 'provider.forbidden') return renewalsOf([])
    throw error
  }
}

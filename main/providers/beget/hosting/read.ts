import type { z } from 'zod'
import type { Each } from '#main/providers/http/each-of.ts'
import type { Legacy } from '../api/legacy.ts'
import type { Finding } from '../common/finding.ts'
import { listResult } from '../common/shapes.ts'
import { createTally } from '../listing.ts'
import { PARTS, type Part } from '../parts.ts'
import type { Answer, Run } from '../run.ts'
import { rightOf, SECTIONS, type Section } from '../sections.ts'
import { normalizeBase, normalizeFtp, normalizeSite, normalizeSubdomain } from './normalize.ts'
import { readDomains } from './read-domains.ts'
import { readMail } from './read-mail.ts'
import { wireBase, wireFtp, wireSite, wireSubdomain } from './wire.ts'

/** One request after the other: the hosting API counts them. `mailboxes`: how many there are; null when not known. */
export async function readHosting(run: Run, legacy: Legacy, mailboxes: number | null): Promise<void> {
  const domains = await readDomains(run, legacy)
  await readMethod(run, legacy, PARTS.subdomains, {
    section: SECTIONS.domains,
    schema: wireSubdomain,
    normalize: normalizeSubdomain,
  })
  await readMethod(run, legacy, PARTS.sites, {
    section: SECTIONS.sites,
    schema: wireSite,
    normalize: normalizeSite,
  })
  await readMethod(run, legacy, PARTS.mysql, {
    section: SECTIONS.mysql,
    schema: wireBase,
    normalize: normalizeBase,
  })
  await readMethod(run, legacy, PARTS.ftp, {
    section: SECTIONS.ftp,
    schema: wireFtp,
    normalize: normalizeFtp,
  })
  await readMail(run, legacy, domains, mailboxes)
}

type Method<S extends z.ZodType> = {
  section: Section
  schema: S
  normalize(wire: z.output<S>): Finding
}

function readMethod<S extends z.ZodType>(
  run: Run,
  legacy: Legacy,
  part: Part,
  { section, schema, normalize }: Method<S>,
): Promise<void> {
  return run.read(part, async (): Promise<Answer> => {
    const right = rightOf(section)
    const answer: Each<z.output<S>> | null = await legacy.call(part.endpoint, listResult(schema), { right })
    if (answer === null) return 'absent'
    const tally = createTally(legacy.host, part.endpoint)
    const findings = answer.items.map(normalize)
    tally.list(answer)
    tally.findings(findings)
    await run.tell(part.scope, findings)
    return tally.answer()
  })
}

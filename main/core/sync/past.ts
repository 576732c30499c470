import type { ResourceType } from '#shared/contract/resources.ts'
import type { Charge } from '../model/findings.ts'
import type { Found } from './look.ts'

/** What the days' lines name, whether it still exists or not. */
export type Charged = Pick<
  Charge,
  'ref' | 'name' | 'kind' | 'parentRef' | 'service' | 'region' | 'zone' | 'project'
> & { skus: readonly string[] }

type Knowledge = {
  isKnown(ref: string): boolean
  typeOf(kind: string, metrics: readonly string[]): ResourceType | null
}

/**
 * Things that came and went between two looks: only the bill remembers them, and every rouble stands against something.
 * A volume of a server that is known belongs to it; the rest become resources that are gone already.
 */
export function judgePast(
  charged: Iterable<Charged>,
  { isKnown, typeOf }: Knowledge,
): { gone: Found[]; aliases: { ref: string; of: string }[] } {
  const gone: Found[] = []
  const aliases: { ref: string; of: string }[] = []
  for (const one of charged) {
    if (isKnown(one.ref)) continue
    const type = typeOf(one.kind, one.skus)
    if (type === 'volume' && one.parentRef !== null && isKnown(one.parentRef)) {
      aliases.push({ ref: one.ref, of: one.parentRef })
      continue
    }
    const { ref: externalId, name, service, region, zone, project, kind } = one
    gone.push({
      state: {
        externalId,
        name,
        type: type ?? 'other',
        service,
        region,
        zone,
        project,
        status: 'gone',
        owner: null,
        businessUnit: null,
        environment: null,
        price: null,
        attributes: { kind },
        marks: type === null ? ['unrecognised'] : [],
        tags: [],
      },
      scope: null,
      sources: [],
      aliases: [],
      keeps: 'nothing',
    })
  }
  return { gone, aliases }
}

import type { ResourceMark, ResourceStatus } from '#shared/contract/resources.ts'
import type { ResourceAttributes } from '../model/resource.ts'
import { type Found, isZombie, type Look, nameOf, type Part, placeOf, priceOf, type Source } from './look.ts'

/** One part as a resource of its own. */
export function judge(part: Part, look: Look, marks: readonly ResourceMark[] = []): Found {
  const { ref, type, listed, billed } = part
  const item = listed?.item ?? null
  const place = placeOf(part)
  const isUnseen = listed === null && billed?.expectedIn != null && !look.isAnswered(billed.expectedIn)
  return {
    state: {
      externalId: ref,
      name: nameOf(part),
      type,
      service: item?.service ?? billed?.service ?? '',
      ...place,
      status: statusOf(part, look, isUnseen),
      owner: null,
      businessUnit: null,
      environment: null,
      price: priceOf(part),
      attributes: attributesOf(part),
      marks: [...marks, ...(isZombie(part, look) ? (['zombie'] as const) : []), ...unknownMark(part)],
      tags: item?.tags ?? [],
    },
    scope: listed?.scope ?? (isUnseen ? billed.expectedIn : null),
    sources: sourcesOf(part),
    aliases: [],
    keeps: keepsOf(part, look, isUnseen),
  }
}

const unknownMark = (part: Part): readonly ResourceMark[] => (part.isRecognised ? [] : ['unrecognised'])

function statusOf(part: Part, look: Look, isUnseen: boolean): ResourceStatus {
  if (part.listed) return part.listed.item.status
  // What only the bill knows runs, as far as anybody can tell; what the inventory denies or could not say does not.
  return isUnseen || isZombie(part, look) ? 'unknown' : 'running'
}

function attributesOf({ listed, billed }: Part): ResourceAttributes {
  if (!listed)
    return billed ? { kind: billed.kind, ...(billed.parentRef ? { parent: billed.parentRef } : {}) } : {}
  const { attributes, createdAtMs, attachedTo, type } = listed.item
  return {
    ...attributes,
    ...(createdAtMs === null ? {} : { createdAt: new Date(createdAtMs).toISOString() }),
    ...(attachedTo === null || type === 'volume' ? {} : { attachedTo }),
  }
}

function keepsOf(part: Part, look: Look, isUnseen: boolean): Found['keeps'] {
  if (isUnseen) return 'configuration'
  if (!look.isBillKnown && part.billed === null && part.listed?.item.price == null) return 'price'
  const { region, project } = placeOf(part)
  return part.type === 'server' && look.hasGap(region, project) ? 'attributes' : 'nothing'
}

function sourcesOf({ ref, listed, billed }: Part): Source[] {
  return [
    ...(listed ? [{ name: 'inventory', of: 'inventory' as const, ref }] : []),
    ...(billed ? [{ name: 'bill', of: 'bill' as const, ref }] : []),
  ]
}

import type { InventoryItem } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import type { SeenStatus } from './statuses.ts'

/** Null: still on the list, though it is deleted. */
export type Normal = InventoryItem | null

type Told = Pick<
  InventoryItem,
  'ref' | 'type' | 'kind' | 'service' | 'region' | 'project' | 'createdAtMs' | 'raw'
> &
  Partial<Pick<InventoryItem, 'zone' | 'attachedTo' | 'tags'>> & {
    name: string | null
    /** What is not known is left out. */
    attributes: Record<string, unknown>
  }

export function itemOf(status: SeenStatus, told: Told): Normal {
  if (status === 'deleted') return null
  const known = Object.entries(told.attributes).filter(([, value]) => value !== null && value !== undefined)
  return {
    zone: null,
    price: null,
    attachedTo: null,
    tags: [],
    ...told,
    status,
    name: cleanName(told.name, told.ref),
    attributes: Object.fromEntries(known),
  }
}

const GIB = 1024 ** 3

/** Two places are enough for a size that is shown; equal bytes give an equal figure. */
export const gigabytes = (bytes: number | null): number | null =>
  bytes === null ? null : Math.round((bytes / GIB) * 100) / 100

const MB_PER_GB = 1024
export const fromMegabytes = (mb: number | null | undefined): number | null =>
  mb === null || mb === undefined ? null : mb / MB_PER_GB

import type { Scope } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import { bucketRef, expectedScope } from '../scopes.ts'
import { serviceOf } from '../types.ts'
import type { BillLine } from './read-line.ts'

/** By which number and name a line of the bill goes with others, and with what the inventory lists. */
export function createIdentity({ hasInventory }: { hasInventory: boolean }) {
  /** Pools of containers: traffic is billed without one. */
  const pools = new Map<string, string>()

  function refOf(line: BillLine): string {
    const { objectId, objectName, projectId, product, metric } = line
    // Every rouble stands against something: what the bill does not name goes by product, project and metric.
    if (objectId === null) return `${product}/${projectId ?? '-'}/${metric ?? '-'}`
    const pool = line.pool ?? pools.get(objectId)
    return product === 'storage' && objectName !== null && projectId !== null && pool !== undefined
      ? bucketRef(projectId, pool, objectName)
      : objectId
  }

  return {
    note({ product, objectId, pool }: BillLine): void {
      if (product === 'storage' && objectId !== null && pool !== null) pools.set(objectId, pool)
    },

    /** A container whose pool another line may still tell. */
    isUnplaced: ({ product, objectId, pool }: BillLine): boolean =>
      product === 'storage' && objectId !== null && pool === null && !pools.has(objectId),

    refOf,

    nameOf({ objectName, objectId, metricName, type, product }: BillLine): string {
      return cleanName(objectName, objectId ?? metricName ?? serviceOf(type, product))
    },

    /** The server of a volume or an address; the project that stands there for everything else is nobody's parent. */
    parentOf({ parentId, projectId, objectId }: BillLine): string | null {
      return parentId === projectId || parentId === objectId ? null : parentId
    },

    expectedIn(line: BillLine, ref: string): Scope | null {
      return hasInventory ? expectedScope({ ...line, ref }) : null
    },
  }
}

export type Identity = ReturnType<typeof createIdentity>

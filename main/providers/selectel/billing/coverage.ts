import type { BillLine } from './read-line.ts'
import type { WireReportLine } from './wire.ts'

/** Words that only the cloud's own bill uses. */
const CLOUD_WORD =
  /^(cloud_vm|compute_|volume_|snapshot_gigabytes|share_gigabytes|load_balancers_|network_floating|dbaas|mks|craas|s3|cdn)/i

/** Products of the consumption as the report calls them, in either language. */
const CLOUD_PRODUCT =
  /облачн\S+ платформ|cloud platform|объектн\S+ хранилищ|object storage|\bcdn\b|kubernetes|баз\S* данных|dbaas|database|registry|vmware|serverless|бессерверн/i

/**
 * Which products of the report the consumption tells already, so that nothing is counted twice. The report gives no
 * product's key; a product is taken for covered as a whole as soon as one of its lines names a thing or a type that the
 * consumption names, uses a word that only the cloud's bill uses, or bears a covered product's name. What is left is
 * what the consumption never tells: dedicated servers, colocation, firewalls.
 */
export function createCoverage() {
  const objects = new Set<string>()
  const kinds = new Set<string>()
  const covered = new Set<string>()
  let isOff = false

  function isCloudLine({ resource_id, resource_type, metric_id, product_name }: WireReportLine): boolean {
    return (
      (resource_id !== null && objects.has(resource_id)) ||
      (resource_type !== null && kinds.has(resource_type.toLowerCase())) ||
      [resource_type, metric_id].some((word) => word !== null && CLOUD_WORD.test(word)) ||
      CLOUD_PRODUCT.test(product_name ?? '')
    )
  }

  return {
    note({ objectId, kind }: BillLine): void {
      if (isOff || objectId === null) return
      objects.add(objectId)
      kinds.add(kind)
    },
    /** Where no report is read, nothing need be remembered. */
    switchOff(): void {
      isOff = true
      objects.clear()
    },
    /** Known without reading the line: nearly all of a big account's lines are of one product. */
    isCoveredProduct(record: unknown): boolean {
      const product: unknown =
        typeof record === 'object' && record !== null ? Reflect.get(record, 'product_name') : null
      return typeof product === 'string' && covered.has(product)
    },
    isCovered(line: WireReportLine): boolean {
      const product = line.product_name ?? ''
      if (!covered.has(product) && isCloudLine(line)) covered.add(product)
      return covered.has(product)
    },
  }
}

export type Coverage = ReturnType<typeof createCoverage>

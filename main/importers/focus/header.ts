import { type FocusColumn, focusColumns, formerNames } from './columns.ts'

export type FocusHeader = {
  /** As the file has it. */
  names: readonly string[]
  /** What each column is; null where FOCUS does not know it. */
  columns: readonly (FocusColumn | null)[]
  /** Where a column stands; it lacks what the file lacks. */
  indexOf: ReadonlyMap<FocusColumn, number>
  version: string
  unknown: readonly string[]
}

const byName = new Map<string, FocusColumn>([
  ...Object.entries(formerNames).map(([name, column]) => [name.toLowerCase(), column] as const),
  ...focusColumns.map((column) => [column.toLowerCase(), column] as const),
])

/** A table without one of them is none of FOCUS's. */
const NEEDED: readonly FocusColumn[] = ['BilledCost', 'ChargePeriodStart', 'BillingCurrency']
const ALIKE = 8

/** What a header says; null where it is not FOCUS's. */
export function readFocusHeader(cells: readonly string[]): FocusHeader | null {
  const names = cells.map((name) => name.trim())
  const indexOf = new Map<FocusColumn, number>()
  const columns = names.map((name, index) => {
    const column = byName.get(name.toLowerCase())
    // A newer name wins over a former one, and the first of two alike over the second.
    const isFormer = column !== undefined && column.toLowerCase() !== name.toLowerCase()
    if (column === undefined || indexOf.has(column)) return null
    if (isFormer && names.some((other) => other.toLowerCase() === column.toLowerCase())) return null
    indexOf.set(column, index)
    return column
  })
  if (indexOf.size < ALIKE || !NEEDED.every((column) => indexOf.has(column))) return null
  return {
    names,
    columns,
    indexOf,
    version: versionOf(names, indexOf),
    unknown: names.filter((_, index) => columns[index] === null),
  }
}

function versionOf(names: readonly string[], indexOf: ReadonlyMap<FocusColumn, number>): string {
  const has = (...columns: FocusColumn[]): boolean => columns.some((column) => indexOf.has(column))
  const hasName = (...former: string[]): boolean =>
    former.some((name) => names.some((own) => own.toLowerCase() === name.toLowerCase()))
  if (has('ServiceProviderName')) return has('ProviderName') ? '1.3' : '1.4'
  if (has('InvoiceId', 'PricingCurrency', 'BillingAccountType')) return '1.2'
  if (has('SkuMeter', 'ServiceSubcategory')) return '1.1'
  return hasName('AmortizedCost', 'ChargeType', 'UsageQuantity', 'Region') ? '1.0-preview' : '1.0'
}

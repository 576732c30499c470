import { closeSync, openSync, writeSync } from 'node:fs'

const HEADER =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargeDescription,ChargeFrequency,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,PricingQuantity,ProviderName,PublisherName,RegionId,ResourceId,ResourceName,ServiceCategory,ServiceName,SubAccountId,SubAccountName,Tags'

const SERVICES = 60
const PROJECTS = 200
const ROWS_AT_ONCE = 2000

const two = (value: number): string => String(value).padStart(2, '0')

/** One machine on one day of the autumn before 20 November 2026, each with a name of its own. */
function row(index: number): string {
  const month = index % 3 === 0 ? 10 : 11
  const dayOfMonth = 1 + (index % 19)
  const service = index % SERVICES
  const cost = `${1 + (index % 977)}.${two(index % 100)}${two((index * 7) % 100)}`
  return [
    cost,
    'bench-1',
    'Holding',
    'RUB',
    `2026-${month}-01T00:00:00Z`,
    `2026-${month + 1}-01T00:00:00Z`,
    'Usage',
    `"Machine of service ${service}, a day"`,
    'Usage-Based',
    `2026-${month}-${two(dayOfMonth)}T00:00:00Z`,
    `2026-${month}-${two(dayOfMonth + 1)}T00:00:00Z`,
    '24',
    'Hours',
    cost,
    cost,
    'Selectel',
    cost,
    '24',
    'Selectel',
    'Selectel',
    `ru-${index % 5}`,
    `vm-${index}`,
    `machine-${String(index).padStart(6, '0')}`,
    'Compute',
    `Service ${service}`,
    `p-${index % PROJECTS}`,
    `Project ${index % PROJECTS}`,
    `"{""team"":""team-${index % 40}""}"`,
  ].join(',')
}

/** A FOCUS file of so many resources of the last month, and half as many of the month before. */
export function writeManyResources(path: string, resources: number): void {
  const file = openSync(path, 'w')
  let lines: string[] = [HEADER]
  for (let i = 0; i < resources * 1.5; i += 1) {
    lines.push(row(i))
    if (lines.length < ROWS_AT_ONCE) continue
    writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  writeSync(file, `${lines.join('\n')}\n`)
  closeSync(file)
}

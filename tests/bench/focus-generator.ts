import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs'
import { randomNumbers } from '#tests/support/random.ts'

/** FOCUS 1.0's columns, in the alphabetical order in which the great clouds export them. */
const HEADER =
  'AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountCategory,CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountStatus,CommitmentDiscountType,ConsumedQuantity,ConsumedUnit,ContractedCost,ContractedUnitPrice,EffectiveCost,InvoiceIssuerName,ListCost,ListUnitPrice,PricingCategory,PricingQuantity,PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,Tags'

const ACCOUNTS = 10
const SUB_ACCOUNTS = 60
const SERVICES = 80
const REGIONS = 25
const RESOURCES = 50_000
const MONTHS = 13
const MS_PER_DAY = 86_400_000
const ROWS_AT_ONCE = 2000

const CURRENCIES = ['USD', 'EUR', 'RUB', 'CNY']
const CATEGORIES = ['Compute', 'Storage', 'Databases', 'Networking', 'Analytics', 'Security']
const UNITS = ['Hours', 'GB-Hours', 'GB', 'Requests']
const TEAMS = ['payments', 'search', 'billing', 'core', 'data', 'mobile', 'ml', 'infra']

type Dice = (limit: number) => number

const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** A whole number of 10^-places as a plain decimal. */
function decimal(value: number, places: number): string {
  const digits = Math.abs(value)
    .toFixed(0)
    .padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return value < 0 ? `-${text}` : text
}

/** The cells of a resource that every line of it repeats. */
function resourceCells(index: number) {
  const service = index % SERVICES
  const region = (index * 7) % REGIONS
  const sub = index % SUB_ACCOUNTS
  const account = sub % ACCOUNTS
  const tags = JSON.stringify({
    team: TEAMS[index % TEAMS.length],
    env: index % 3 === 0 ? 'prod' : 'stage',
    'cost-center': `cc-${index % 40}`,
    app: `service-${index % 300}`,
  })
  return {
    service,
    region,
    zone: `region-${region}${'abc'[index % 3]}`,
    account,
    currency: CURRENCIES[account % CURRENCIES.length] ?? 'USD',
    sub,
    id: `arn:aws:service${service}:region-${region}:1112223333${account}:instance/i-${(index * 2_654_435_761) % 4_294_967_296}`,
    tags: `"${tags.replaceAll('"', '""')}"`,
  }
}

function row(
  month: number,
  day: number,
  dice: Dice,
  resources: readonly ReturnType<typeof resourceCells>[],
): string {
  const start = Date.UTC(2025, 9 + month, 1)
  const end = Date.UTC(2025, 10 + month, 1)
  // Few resources have many lines: what is dear is billed by the hour.
  const index = dice(3) === 0 ? dice(2000) : dice(RESOURCES)
  const resource = resources[index] as ReturnType<typeof resourceCells>
  const sku = `SKU${resource.service}-${(index + (dice(10) === 0 ? 1 : 0)) % 4}`
  const skuNumber = resource.service * 4 + Number(sku.slice(-1))
  const hour = dice(24)
  const from = start + day * MS_PER_DAY + hour * 3_600_000
  const isCredit = dice(40) === 0
  const isCommitted = !isCredit && dice(12) === 0
  const quantity = 1 + dice(100_000)
  const price = 100 + ((skuNumber * 7919) % 90_000)
  // Prices have six places and quantities four: what they cost has ten.
  const list = isCredit ? -price * 1000 : price * quantity
  const contracted = Math.round(list * 0.9)
  const effective = isCommitted ? Math.round(list * 0.7) : contracted
  const unit = UNITS[resource.service % UNITS.length]
  const category = CATEGORIES[resource.service % CATEGORIES.length]
  const cells = [
    resource.zone,
    isCommitted ? '0' : decimal(contracted, 10),
    `1112223333${resource.account}`,
    `Holding ${resource.account}`,
    resource.currency,
    iso(end),
    iso(start),
    isCredit ? 'Credit' : 'Usage',
    '',
    `"Service ${resource.service}, ${sku} in region-${resource.region}"`,
    isCredit ? 'One-Time' : 'Usage-Based',
    iso(from + 3_600_000),
    iso(from),
    isCommitted ? 'Spend' : '',
    isCommitted
      ? `arn:aws:savingsplans::1112223333${resource.account}:savingsplan/sp-${resource.account}`
      : '',
    isCommitted ? `Savings plan ${resource.account}` : '',
    isCommitted ? 'Used' : '',
    isCommitted ? 'Savings Plan' : '',
    isCredit ? '' : decimal(quantity, 4),
    isCredit ? '' : unit,
    decimal(contracted, 10),
    isCredit ? '' : decimal(Math.round(price * 0.9), 6),
    decimal(effective, 10),
    '"Amazon Web Services, Inc."',
    decimal(list, 10),
    isCredit ? '' : decimal(price, 6),
    isCommitted ? 'Committed' : 'Standard',
    isCredit ? '' : decimal(quantity, 4),
    isCredit ? '' : unit,
    'AWS',
    'AWS',
    `region-${resource.region}`,
    `Region number ${resource.region}`,
    resource.id,
    `node-${index}`,
    `type-${resource.service % 12}`,
    category,
    `Cloud service ${resource.service}`,
    sku,
    `${sku}.${isCommitted ? 'SP' : 'OD'}`,
    `sub-${resource.sub}`,
    `Project ${resource.sub}`,
    resource.tags,
  ]
  return cells.join(',')
}

/** A FOCUS table of so many rows, month after month and day after day as exports are; the same for the same number. */
export function writeFocusCsv(path: string, rows: number): void {
  if (existsSync(path)) return
  const dice = randomNumbers(41)
  const resources = Array.from({ length: RESOURCES }, (_, index) => resourceCells(index))
  const file = openSync(`${path}.part`, 'w')
  let lines: string[] = [HEADER]
  for (let i = 0; i < rows; i += 1) {
    const at = (i / rows) * MONTHS
    const month = Math.floor(at)
    const days = (Date.UTC(2025, 10 + month, 1) - Date.UTC(2025, 9 + month, 1)) / MS_PER_DAY
    lines.push(row(month, Math.floor((at - month) * days), dice, resources))
    if (lines.length < ROWS_AT_ONCE) continue
    writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
  closeSync(file)
  renameSync(`${path}.part`, path)
}

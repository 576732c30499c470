import type { PricePeriod } from '#main/core/money/price.ts'
import type { AllocationRule, VirtualKind } from '#shared/contract/allocation.ts'
import type { AccountView, Schedule } from '#shared/contract/connections.ts'
import type { recommendationCategories, recommendationCodes } from '#shared/contract/recommendations.ts'
import type {
  OverrideField,
  ResourceFilterInput,
  ResourceMark,
  ResourceStatus,
  ResourceType,
} from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** How the amount of a day moves around the price of the inventory. Percentages; a week always adds up to seven days. */
export type DemoRhythm = {
  /** A day of the week-end as a share of an even day. */
  weekend: number
  /** Growth of use per thirty days. */
  growth: number
  /** Spread of a day around its expected amount, either way. */
  noise: number
}

/** What a line of the provider's bill says of the thing sold. Names of categories and units follow FOCUS. */
export type DemoProduct = {
  service: string
  category: 'Compute' | 'Storage' | 'Databases' | 'Networking' | 'Web'
  type: ResourceType
  sku: string
  skuName: string
  frequency: 'Usage-Based' | 'Recurring' | 'One-Time'
  /** Sold per hour, per gigabyte of the resource's disk and day, per day, per year, or per gigabyte carried. */
  unit: 'Hours' | 'GB-Days' | 'Days' | 'Years' | 'GB'
  /** Where the resource says nothing of the quantity. */
  unitPrice?: string
}

/** Kept in their usual units: cores, GB, Mbit/s. */
export type DemoAttributes = {
  vcpu?: number
  ramGb?: number
  diskGb?: number
  networkMbps?: number
  address?: string
  os?: string
  engine?: string
  diskType?: string
  /** The bill's own word, where the bill alone knows the thing. */
  kind?: string
}

/** Mean and peak use in per cent of what the resource has. */
type DemoLoad = Partial<Record<'cpu' | 'ram' | 'disk' | 'network', readonly [mean: number, peak: number]>>

export type DemoResource = {
  name: string
  product: string
  region: string
  zone?: string
  status: Exclude<ResourceStatus, 'gone'>
  price: { amount: string; period: PricePeriod }
  rhythm: string
  /** Off the list price, by contract. */
  discountPercent?: number
  attributes: DemoAttributes
  marks?: readonly ResourceMark[]
  /** Volumes that are billed apart and stand merged in it; their prices are within its own. */
  parts?: readonly { name: string; sizeGb: number; kind: string; dailyCost: string }[]
  tags: Partial<Record<'env' | 'team' | 'project' | 'cost-center', string>>
  load?: DemoLoad
  /** Age of its creation in days; older than the whole history without it. */
  createdDaysAgo?: number
  /** It is not there any more since so many days. */
  goneDaysAgo?: number
  /** What was different until so many days ago, oldest last. */
  before?: readonly {
    untilDaysAgo: number
    amount?: string
    status?: DemoResource['status']
    attributes?: DemoAttributes
    marks?: readonly ResourceMark[]
  }[]
  /** Use was that many times what it is now until so many days ago, at the same price. */
  usedBefore?: { untilDaysAgo: number; times: number }
  /** A yearly payment, due in so many days. */
  renewsInDays?: number
}

export type DemoConnection = {
  key: string
  provider: Provider
  name: string
  accountRef: string
  subAccount: string | null
  businessUnit: string
  monthlyTotal: string
  schedule: Schedule
  /** What the provider says of the account; its costs follow from the monthly total, its days from the balance. */
  account: Pick<AccountView, 'name' | 'plan' | 'limits' | 'server' | 'software'> & {
    /** By part of the balance; the first is what is spent first. */
    balances: readonly { code: string; amount: string }[]
  }
  resources: readonly DemoResource[]
}

export type DemoAnomaly = {
  code: 'egress' | 'runaway' | 'backups'
  connection: string
  resource: string
  /** Days, counted back from the day of the figures; `weekend` is the last whole one. */
  when: { fromDaysAgo: number; days: number } | 'weekend'
  extraPerDay: string
}

export type DemoRecommendation = {
  connection: string
  resource: string
  code: (typeof recommendationCodes)[number]
  category: (typeof recommendationCategories)[number]
  savings: string
  confidence: number
  effort: 'low' | 'medium' | 'high'
  foundDaysAgo: number
  facts: Record<string, string | number>
}

type DemoTarget = { connection: string; resource: string; daysAgo: number }

/** What the demo person has said of resources, and the filters that they have named. */
export type DemoJudgements = {
  notes: readonly (DemoTarget & { text: string })[]
  overrides: readonly (DemoTarget & { field: OverrideField; value: string })[]
  tags: readonly (DemoTarget & { key: string; value: string })[]
  filters: readonly { key: string; name: string; filter: ResourceFilterInput; daysAgo: number }[]
}

/** How the company divides its bills. */
export type DemoAllocation = {
  tags: readonly {
    key: string
    name: string
    kind: VirtualKind
    rules: readonly Pick<AllocationRule, 'name' | 'where' | 'outcome'>[]
  }[]
  hierarchy: {
    key: string
    name: string
    /** The virtual tag whose parts it gathers, by key. */
    tag: string
    levels: string[]
    nodes: readonly { key: string; parent: string | null; name: string; values: string[] }[]
  }
  policies: readonly {
    tagKey: string
    isRequired: boolean
    allowedValues: string[] | null
    types: ResourceType[]
  }[]
}

/** The whole company as written down in resources/demo. */
/** An invented rate; see resources/demo/rates. */
export type DemoRate = { currency: Currency; nominal: number; middle: number; thousandths: number }

export type DemoCompany = {
  workspaceName: string
  userName: string
  rhythms: Record<string, DemoRhythm>
  products: Record<string, DemoProduct>
  connections: readonly DemoConnection[]
  anomalies: readonly DemoAnomaly[]
  /** One provider raises one service's prices on the first day of a month. */
  priceChange: { provider: Provider; service: string; monthsAgo: number; percent: number }
  recommendations: readonly DemoRecommendation[]
  judgements: DemoJudgements
  allocation: DemoAllocation
  budgets: {
    company: { key: string; name: string; limit: string }
    /** Its limit follows the length of the month: so much for a day. */
    development: { key: string; name: string; connections: readonly string[]; limitPerDay: string }
  }
}

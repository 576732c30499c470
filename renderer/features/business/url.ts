import { groupTexts, readWhere } from '#renderer/app/costs/where-text.ts'
import { oneOfParam, optionalTextParam, type UrlCodec, type UrlState } from '#renderer/app/url-codecs.ts'
import { unitSteps } from '#shared/contract/business.ts'
import {
  type CostWhere,
  relativePeriods,
  type ViewPeriod,
  vatModes,
  viewPeriod,
} from '#shared/contract/costs.ts'
import { currencies } from '#shared/lib/currency.ts'

export const businessTabs = ['units', 'series', 'products', 'clients'] as const

export const costMetrics = ['effective', 'billed', 'contracted', 'list'] as const

const usual: ViewPeriod = { preset: 'm12' }

const periodParam: UrlCodec<ViewPeriod> = {
  parse: (text) => {
    const preset = relativePeriods.find((one) => one === text)
    if (preset) return { preset }
    const [from, to] = (text ?? '').split('..')
    const parsed = viewPeriod.safeParse({ from, to })
    return parsed.success ? parsed.data : usual
  },
  format: (period) => {
    if (!('preset' in period)) return `${period.from}..${period.to}`
    return period.preset === 'm12' ? null : period.preset
  },
}

/** Groups of a filter in one word; a line's end stands in none of them. */
const whereParam: UrlCodec<CostWhere> = {
  parse: (text) => (text ? readWhere(text.split('\n')) : []),
  format: (where) => (where.length === 0 ? null : groupTexts(where).join('\n')),
}

const currencyParam: UrlCodec<(typeof currencies)[number] | null> = {
  parse: (text) => currencies.find((one) => one === text) ?? null,
  format: (value) => value,
}

/** The page as its address has it. */
export const businessCodecs = {
  tab: oneOfParam(businessTabs, 'units'),
  period: periodParam,
  metric: oneOfParam(costMetrics, 'effective'),
  vat: oneOfParam(vatModes, 'asBilled'),
  currency: currencyParam,
  /** The series that is looked at or filled in. */
  series: optionalTextParam(),
  step: oneOfParam(unitSteps, 'month'),
  part: optionalTextParam(),
  where: whereParam,
  /** The month or year of the values that are filled in. */
  page: optionalTextParam(),
  /** The virtual tag of products or clients, and the revenue of products. */
  tag: optionalTextParam(),
  revenue: optionalTextParam(),
}
export type BusinessUrl = UrlState<typeof businessCodecs>
export type SetUrl = (patch: Partial<BusinessUrl>) => void

export type TabProps = { url: BusinessUrl; onChange: SetUrl; mayWrite: boolean }

import { periodCodecs } from '#renderer/app/period/use-period.ts'
import {
  flagParam,
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  textParam,
  type UrlState,
} from '#renderer/app/url-codecs.ts'
import {
  type ResourceFilterInput,
  resourceMarks,
  resourceSorts,
  resourceStatuses,
  resourceTypes,
} from '#shared/contract/resources.ts'
import { providers } from '#shared/contract/values.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { naturalDirection } from './view.ts'

export const listViews = ['sections', 'table'] as const
export type ListView = (typeof listViews)[number]

export const drawerTabs = ['overview', 'cost', 'usage', 'tags', 'history', 'advice', 'raw'] as const
export type DrawerTab = (typeof drawerTabs)[number]

const filterCodecs = {
  search: textParam(),
  /** 0 when no single resource is chosen. */
  id: intParam(0),
  connectionId: optionalTextParam(),
  provider: optionalParam(providers),
  type: optionalParam(resourceTypes),
  status: optionalParam(resourceStatuses),
  service: optionalTextParam(),
  region: optionalTextParam(),
  owner: optionalTextParam(),
  mark: optionalParam(resourceMarks),
  tag: optionalTextParam(),
  costFrom: optionalTextParam(),
  costTo: optionalTextParam(),
  present: flagParam(),
}

/** The whole page as its address has it: what is listed, how, and what is open. */
export const resourceCodecs = {
  ...periodCodecs,
  ...filterCodecs,
  view: optionalParam(listViews),
  sort: oneOfParam(resourceSorts, 'dailyCost'),
  dir: optionalParam(['asc', 'desc']),
  open: intParam(0),
  tab: oneOfParam(drawerTabs, 'overview'),
}
export type ResourceUrl = UrlState<typeof resourceCodecs>
type FilterUrl = UrlState<typeof filterCodecs>

export const nothingChosen: FilterUrl = {
  search: '',
  id: 0,
  connectionId: null,
  provider: null,
  type: null,
  status: null,
  service: null,
  region: null,
  owner: null,
  mark: null,
  tag: null,
  costFrom: null,
  costTo: null,
  present: false,
}

const CHOICES = [
  'connectionId',
  'provider',
  'type',
  'status',
  'service',
  'region',
  'owner',
  'mark',
  'tag',
] as const
/** What the contract takes where it is not two hundred characters. */
const BOUNDS: Partial<Record<(typeof CHOICES)[number], number>> = { connectionId: 64, tag: 600 }

const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/
const isAmount = (text: string | null): text is string => text !== null && AMOUNT.test(text)

/** What the address asks for, as the contract wants it: only what is chosen, in bounds that the contract takes. */
export function filterOf(url: FilterUrl): ResourceFilterInput {
  const { search, id, costFrom, costTo, present } = url
  const trimmed = search.trim().slice(0, 200)
  const chosen = CHOICES.flatMap((name) => {
    const value = url[name]
    return value === null || value === '' ? [] : [[name, value.slice(0, BOUNDS[name] ?? 200)]]
  })
  return {
    ...(Object.fromEntries(chosen) as ResourceFilterInput),
    ...(trimmed === '' ? {} : { search: trimmed }),
    ...(id === 0 ? {} : { id }),
    ...(isAmount(costFrom) ? { costFrom } : {}),
    ...(isAmount(costTo) ? { costTo } : {}),
    ...(present ? { isPresent: true } : {}),
  }
}

/** The address of a filter that somebody has saved. */
export function urlOf(filter: ResourceFilterInput): FilterUrl {
  const { isPresent = false, ...rest } = filter
  return { ...nothingChosen, ...rest, present: isPresent }
}

/** Equal filters give equal text, whatever order they were chosen in. */
export const filterText = (filter: ResourceFilterInput): string =>
  JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A list without its page: what every window of it has in common. */
export function listBase(url: ResourceUrl, period: DayRange) {
  return {
    filter: filterOf(url),
    sort: url.sort,
    direction: url.dir ?? naturalDirection(url.sort),
    spendFrom: period.from,
    spendTo: period.to,
  }
}
export type ListBase = ReturnType<typeof listBase>

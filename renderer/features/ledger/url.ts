import { periodCodecs } from '#renderer/app/period/use-period.ts'
import {
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  textParam,
  type UrlState,
} from '#renderer/app/url-codecs.ts'
import { type LedgerFilterInput, lineSorts } from '#shared/contract/ledger.ts'
import { providers } from '#shared/contract/values.ts'
import type { DayRange } from '#shared/lib/period.ts'

const filterCodecs = {
  search: textParam(),
  account: optionalTextParam(),
  provider: optionalParam(providers),
  service: optionalTextParam(),
  sub: optionalTextParam(),
  region: optionalTextParam(),
  resource: optionalTextParam(),
  category: optionalTextParam(),
  tagKey: optionalTextParam(),
  tag: optionalTextParam(),
  /** Lines of one import; 0 for all. */
  import: intParam(0),
}

/** The whole page as its address has it. */
export const ledgerCodecs = {
  ...periodCodecs,
  ...filterCodecs,
  sort: oneOfParam(lineSorts, 'day'),
  dir: oneOfParam(['desc', 'asc'] as const, 'desc'),
}
export type LedgerUrl = UrlState<typeof ledgerCodecs>
type FilterUrl = UrlState<typeof filterCodecs>

export const nothingChosen: FilterUrl = {
  search: '',
  account: null,
  provider: null,
  service: null,
  sub: null,
  region: null,
  resource: null,
  category: null,
  tagKey: null,
  tag: null,
  import: 0,
}

/** What the contract takes at most of one value. */
const MOST = 500
const one = (value: string): string[] => [value.slice(0, MOST)]

/** What the address asks for, as the contract wants it. */
export function filterOf(url: FilterUrl, { from, to }: DayRange): LedgerFilterInput {
  const search = url.search.trim().slice(0, 200)
  return {
    from,
    to,
    ...(url.account === null ? {} : { connectionIds: one(url.account) }),
    ...(url.provider === null ? {} : { providers: [url.provider] }),
    ...(url.service === null ? {} : { services: one(url.service) }),
    ...(url.sub === null ? {} : { subAccounts: one(url.sub) }),
    ...(url.region === null ? {} : { regions: one(url.region) }),
    ...(url.resource === null ? {} : { resourceRefs: one(url.resource) }),
    ...(url.category === null ? {} : { chargeCategories: one(url.category) }),
    ...(url.tagKey === null || url.tag === null
      ? {}
      : { tag: { key: url.tagKey.slice(0, 200), values: one(url.tag) } }),
    ...(search === '' ? {} : { search }),
    ...(url.import === 0 ? {} : { importId: url.import }),
  }
}

export const isFiltered = (filter: LedgerFilterInput): boolean => Object.keys(filter).length > 2

/** A list without its page: what every window of it has in common. */
export const linesBase = (url: LedgerUrl, period: DayRange) => ({
  filter: filterOf(url, period),
  sort: url.sort,
  isDescending: url.dir === 'desc',
})
export type LinesBase = ReturnType<typeof linesBase>

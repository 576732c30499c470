import { intParam, oneOfParam, textParam, type UrlState } from '#renderer/app/url-codecs.ts'
import { differenceKinds } from '#shared/contract/differences.ts'

export const dataTabs = [
  'imports',
  'coverage',
  'quarantine',
  'differences',
  'rates',
  'months',
  'mappings',
] as const
export type DataTab = (typeof dataTabs)[number]

export const changedKinds = ['all', ...differenceKinds] as const

/** The page as its address has it. */
export const dataCodecs = {
  tab: oneOfParam(dataTabs, 'imports'),
  /** The import that is looked at; 0 for the list. */
  open: intParam(0),
  /** The import whose quarantine is shown; 0 for all. */
  import: intParam(0),
  page: intParam(1, 1),
  /** Of the coverage: `YYYY-MM`, or `YYYY` for a year. Empty: the last month with data. */
  span: textParam(),
  /** Of the differences: from when on (differences/since), whose, and of what kind. */
  since: textParam(),
  account: textParam(),
  kind: oneOfParam(changedKinds, 'all'),
}
export type DataUrl = UrlState<typeof dataCodecs>
export type SetUrl = (patch: Partial<DataUrl>) => void

import { intParam, oneOfParam, textParam, type UrlState } from '#renderer/app/url-codecs.ts'

export const dataTabs = ['imports', 'coverage', 'quarantine', 'rates', 'months', 'mappings'] as const
export type DataTab = (typeof dataTabs)[number]

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
}
export type DataUrl = UrlState<typeof dataCodecs>
export type SetUrl = (patch: Partial<DataUrl>) => void

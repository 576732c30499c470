import { oneOfParam, optionalTextParam, type UrlCodec, type UrlState } from '#renderer/app/url-codecs.ts'

export const closingTabs = ['close', 'reconciliation', 'documents', 'oneC'] as const

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/

/** A month as `YYYY-MM`; null: the last one that is over. */
const monthParam: UrlCodec<string | null> = {
  parse: (text) => (text !== null && MONTH.test(text) ? text : null),
  format: (month) => month,
}

/** The page as its address has it. */
export const closingCodecs = {
  tab: oneOfParam(closingTabs, 'close'),
  month: monthParam,
  /** The account whose reconciliation is looked at. */
  account: optionalTextParam(),
}
export type ClosingUrl = UrlState<typeof closingCodecs>
export type SetUrl = (patch: Partial<ClosingUrl>) => void

/** What every tab is given. */
export type TabProps = { month: string; onChange: SetUrl; mayWrite: boolean; maySet: boolean }

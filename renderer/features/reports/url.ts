import {
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  textParam,
  type UrlState,
} from '#renderer/app/url-codecs.ts'
import { reportTemplates } from '#shared/contract/report-spec.ts'

export const reportsTabs = ['list', 'archive', 'schedules'] as const

/** In place of a report's number: one that nobody has saved yet. */
export const NEW = 'new'

/** The page as its address has it. */
export const reportsCodecs = {
  tab: oneOfParam(reportsTabs, 'list'),
  /** The report in the builder, or `new`. */
  report: optionalTextParam(),
  /** What a new one begins with. */
  template: optionalParam(reportTemplates),
  view: optionalTextParam(),
  /** The entry of the archive that is looked at. */
  run: optionalTextParam(),
  /** The entry that it was produced again from. */
  was: optionalTextParam(),
  /** Of the archive: sought, by period, by report. */
  q: textParam(),
  month: textParam(),
  of: optionalTextParam(),
  page: intParam(1, 1),
  /** Of the calendar: `YYYY-MM`; empty for this month. */
  calendar: textParam(),
  /** The report that a schedule is being made for. */
  schedule: optionalTextParam(),
}
type ReportsUrl = UrlState<typeof reportsCodecs>
export type SetUrl = (patch: Partial<ReportsUrl>) => void

export type TabProps = { url: ReportsUrl; onChange: SetUrl }

export const linkOfReport = (id: string): string => `/reports?report=${encodeURIComponent(id)}`
export const linkOfTemplate = (key: string): string => `/reports?report=${NEW}&template=${key}`
export const linkOfNewFrom = (viewId: string): string =>
  `/reports?report=${NEW}&view=${encodeURIComponent(viewId)}`

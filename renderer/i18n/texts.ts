import { about } from './texts/about.ts'
import { acts } from './texts/acts.ts'
import { allocation } from './texts/allocation.ts'
import { budgets } from './texts/budgets.ts'
import { business } from './texts/business.ts'
import { changes } from './texts/changes.ts'
import { chart } from './texts/chart.ts'
import { closing } from './texts/closing.ts'
import { common } from './texts/common.ts'
import { connect } from './texts/connect.ts'
import { connections } from './texts/connections.ts'
import { costs } from './texts/costs.ts'
import { dashboard } from './texts/dashboard.ts'
import { data } from './texts/data.ts'
import { differences } from './texts/differences.ts'
import { explorer } from './texts/explorer.ts'
import { grid } from './texts/grid.ts'
import { hierarchies } from './texts/hierarchies.ts'
import { imports } from './texts/imports.ts'
import { ledger } from './texts/ledger.ts'
import { mail } from './texts/mail.ts'
import { margins } from './texts/margins.ts'
import { network } from './texts/network.ts'
import { oneC } from './texts/one-c.ts'
import { packages } from './texts/packages.ts'
import { palette } from './texts/palette.ts'
import { people } from './texts/people.ts'
import { period } from './texts/period.ts'
import { rates } from './texts/rates.ts'
import { recommendations } from './texts/recommendations.ts'
import { reportBuilder } from './texts/report-builder.ts'
import { reports } from './texts/reports.ts'
import { resources } from './texts/resources.ts'
import { series } from './texts/series.ts'
import { settings } from './texts/settings.ts'
import { shell } from './texts/shell.ts'
import { showback } from './texts/showback.ts'
import { suggestions } from './texts/suggestions.ts'
import { sync } from './texts/sync.ts'
import { tagPolicies } from './texts/tag-policies.ts'
import { tokens } from './texts/tokens.ts'
import { transfer } from './texts/transfer.ts'
import { unrecognised } from './texts/unrecognised.ts'
import { vault } from './texts/vault.ts'
import { views } from './texts/views.ts'

/** Every text of the page by area; keys are `area.key`. */
export const texts = {
  common,
  shell,
  palette,
  people,
  settings,
  about,
  period,
  dashboard,
  connections,
  connect,
  sync,
  resources,
  changes,
  unrecognised,
  recommendations,
  budgets,
  vault,
  network,
  data,
  imports,
  differences,
  ledger,
  rates,
  costs,
  explorer,
  views,
  transfer,
  packages,
  tokens,
  mail,
  oneC,
  acts,
  reportBuilder,
  closing,
  reports,
  allocation,
  business,
  series,
  margins,
  suggestions,
  hierarchies,
  tagPolicies,
  showback,
  grid,
  chart,
}

type Texts = typeof texts
export type TextKey = { [A in keyof Texts & string]: `${A}.${keyof Texts[A]['ru'] & string}` }[keyof Texts &
  string]

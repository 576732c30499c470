import {
  type ReportSpec,
  type ReportSpecInput,
  type ReportTemplate,
  reportSpec,
} from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { cfoBrief } from './cfo-brief.ts'
import { clientBill } from './client-bill.ts'
import { inventory } from './inventory.ts'
import { monthlyClose } from './monthly-close.ts'
import { providers } from './providers.ts'
import { savings } from './savings.ts'
import { showback } from './showback.ts'
import { tagGovernance } from './tag-governance.ts'

const templates: Record<ReportTemplate, (language: Locale) => ReportSpecInput> = {
  cfoBrief,
  showback,
  clientBill,
  providers,
  savings,
  monthlyClose,
  inventory,
  tagGovernance,
}

/** A report that is there from the start, as a person would have laid it out. */
export const templateSpec = (key: ReportTemplate, language: Locale): ReportSpec =>
  reportSpec.parse(templates[key](language))

import {
  CalendarCheck,
  ChartColumnStacked,
  Handshake,
  Lightbulb,
  type LucideIcon,
  Network,
  Scale,
  Server,
  Tags,
} from 'lucide-react'
import type { ReportTemplate } from '#shared/contract/report-spec.ts'

export const templateIcons: Record<ReportTemplate, LucideIcon> = {
  cfoBrief: ChartColumnStacked,
  showback: Network,
  clientBill: Handshake,
  providers: Scale,
  savings: Lightbulb,
  monthlyClose: CalendarCheck,
  inventory: Server,
  tagGovernance: Tags,
}

import type { DocFigure } from '#main/core/report/document.ts'
import type { ReportBlock, ReportBlockKind } from '#shared/contract/report-spec.ts'

export type BlockOf<K extends ReportBlockKind> = Extract<ReportBlock, { kind: K }>

/** A figure without its name; what is not said is as usual. */
export type Made = Partial<Omit<DocFigure, 'figure'>> & { value: string | null }

/** Of several tables under one heading each says its currency. */
export const titleIn = (title: string, unit: string, tables: number): string =>
  tables > 1 && unit !== '' ? `${title}, ${unit}` : title

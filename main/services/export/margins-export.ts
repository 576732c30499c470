import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FileView } from '#shared/contract/values.ts'
import { csvFile } from './csv-file.ts'
import { marginSheet } from './margin-sheet.ts'
import { xlsxFile } from './xlsx-file.ts'

export function exportMargins(
  scope: Scope,
  { format, preset, ...question }: ParsedInput<'business.exportMargins'>,
): Promise<FileView> {
  const sheet = marginSheet(scope, question)
  const stem = ['InfraZen', sheet.name, question.from, question.to].join('_')
  return format === 'csv' ? csvFile(sheet, stem, preset) : xlsxFile(sheet, stem, scope.nowMs)
}

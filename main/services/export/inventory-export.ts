import { type CsvPresetKey, excelPreset } from '#main/core/export/csv.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FileView } from '#shared/contract/values.ts'
import type { Day } from '#shared/lib/day.ts'
import { changeSheet } from './change-sheet.ts'
import { connectionSheet } from './connection-sheet.ts'
import { csvFile } from './csv-file.ts'
import { differenceSheet } from './difference-sheet.ts'
import { rejectedSheet } from './rejected-sheet.ts'
import { resourceSheet } from './resource-sheet.ts'
import { showbackSheet } from './showback-sheet.ts'
import { xlsxFile } from './xlsx-file.ts'

export const exportResources = (scope: Scope, input: ParsedInput<'resources.export'>): Promise<FileView> =>
  fileOf(scope, resourceSheet(scope, input), input, [input.spendFrom, input.spendTo])

export const exportConnections = (
  scope: Scope,
  input: ParsedInput<'connections.export'>,
): Promise<FileView> => fileOf(scope, connectionSheet(scope, input.language), input, [scope.today])

export function exportChanges(scope: Scope, input: ParsedInput<'changes.export'>): Promise<FileView> {
  const { days, ...sheet } = changeSheet(scope, input)
  return fileOf(scope, sheet, input, days)
}

export const exportRejected = (
  scope: Scope,
  { id, ...format }: ParsedInput<'imports.exportRejected'>,
): Promise<FileView> => fileOf(scope, rejectedSheet(scope, id, format.language), format, [scope.today])

export const exportDifferences = (
  scope: Scope,
  input: ParsedInput<'differences.export'>,
): Promise<FileView> => fileOf(scope, differenceSheet(scope, input), input, [scope.today])

export const exportShowback = (
  scope: Scope,
  input: ParsedInput<'allocation.exportShowback'>,
): Promise<FileView> => fileOf(scope, showbackSheet(scope, input), input, [input.from, input.to])

type Format = { format: 'csv' | 'xlsx'; language: 'ru' | 'en'; preset?: CsvPresetKey }

function fileOf(
  { nowMs }: Scope,
  sheet: Sheet,
  { format, language, preset = excelPreset(language) }: Format,
  days: readonly Day[],
): Promise<FileView> {
  const stem = ['InfraZen', sheet.name, ...new Set(days)].join('_')
  return format === 'csv' ? csvFile(sheet, stem, preset) : xlsxFile(sheet, stem, nowMs)
}

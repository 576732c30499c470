import type { CsvCell } from '#main/core/export/csv.ts'
import { type InventoryTexts, inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { amountCells, amountColumns, type Sheet, type SheetColumn } from '#main/core/export/sheet.ts'
import { tagText } from '#main/queries/resource-index/tags.ts'
import { openResourceList, type ResourceList } from '#main/queries/resource-list.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { providerName } from '#shared/texts/providers.ts'
import { numberOrNone, slicesOf, textOrNone } from './sheet-parts.ts'

type Input = ParsedInput<'resources.export'>
type Part = { columns: SheetColumn[]; cells(row: ResourceView): CsvCell[] }

/** What a page without choices of its own would show. */
const ALL_COLUMNS = [
  'name',
  'type',
  'status',
  'dailyCost',
  'monthlyCost',
  'spend',
  'connection',
  'region',
  'size',
  'tags',
  'owner',
  'project',
  'service',
  'address',
  'externalId',
] as const

/** The list as it is filtered and ordered, with the columns that were chosen; the rows are the list's own. */
export function resourceSheet(scope: Scope, input: Input): Sheet {
  const t = inventoryTexts[input.language]
  const list = openResourceList(scope, input)
  const chosen = (input.columns ?? ALL_COLUMNS).flatMap((name) => partOf(name, t, list, scope) ?? [])
  const parts = chosen.length > 0 ? chosen : ALL_COLUMNS.flatMap((name) => partOf(name, t, list, scope) ?? [])
  return {
    name: t.files.resources,
    columns: parts.flatMap(({ columns }) => columns),
    size: list.size,
    totalLabel: t.total,
    rows: slicesOf(list.size, (offset, limit) =>
      list.page(offset, limit).map((row) => parts.flatMap(({ cells }) => cells(row))),
    ),
  }
}

/** One choice of the page may be several columns of a sheet; what this version does not know is left out. */
function partOf(name: string, t: InventoryTexts, list: ResourceList, scope: Scope): Part | null {
  const words = (
    width: number,
    of: (row: ResourceView) => string | null,
    title = titleOf(t, name),
  ): Part => ({
    columns: [{ title, kind: 'text', width }],
    cells: (row) => [textOrNone(of(row))],
  })
  const figure = (title: string, of: (row: ResourceView) => number | null): Part => ({
    columns: [{ title, kind: 'number', width: 10 }],
    cells: (row) => [numberOrNone(of(row))],
  })
  switch (name) {
    case 'name':
    case 'externalId':
      return words(36, (row) => row[name])
    case 'type':
      return words(20, (row) => t.types[row.type])
    case 'status':
      return join(
        words(14, (row) => t.statuses[row.status]),
        words(20, (row) => row.marks.map((mark) => t.marks[mark]).join(', '), t.columns.marks),
      )
    case 'dailyCost':
    case 'monthlyCost':
    case 'spend': {
      const currencies = list.currencies[name]
      return {
        columns: amountColumns(t.columns[name], currencies),
        cells: (row) => amountCells(name === 'spend' ? list.spendOf(row.id) : [row[name]], currencies),
      }
    }
    case 'connection':
      return join(
        words(12, (row) => providerName(row.provider, t.locale), t.columns.provider),
        words(24, (row) => row.connectionName),
      )
    case 'region':
    case 'owner':
    case 'project':
    case 'service':
    case 'address':
      return words(18, (row) => row[name])
    case 'size':
      return join(
        figure(t.columns.vcpu, (row) => row.vcpu),
        figure(t.columns.ramGb, (row) => row.ramGb),
        figure(t.columns.diskGb, (row) => row.diskGb),
      )
    case 'tags':
      return words(40, (row) => row.tags.map(tagText).join('; '))
    case 'advice':
      return figure(t.columns.advice, (row) => row.recommendations)
    case 'renewsOn':
      return {
        columns: [{ title: t.columns.renewsOn, kind: 'day', width: 12 }],
        cells: (row) => [row.renewsOn === null ? null : { day: row.renewsOn }],
      }
    case 'firstSeen':
      return {
        columns: [{ title: t.columns.firstSeen, kind: 'day', width: 12 }],
        cells: (row) => [{ day: dayInZone(row.firstSeenAtMs, scope.timeZone) }],
      }
    default:
      return null
  }
}

const titleOf = (t: InventoryTexts, name: string): string =>
  name in t.columns ? t.columns[name as keyof InventoryTexts['columns']] : name

const join = (...parts: Part[]): Part => ({
  columns: parts.flatMap(({ columns }) => columns),
  cells: (row) => parts.flatMap(({ cells }) => cells(row)),
})

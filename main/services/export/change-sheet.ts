import { text } from '#main/core/export/csv.ts'
import { type InventoryTexts, inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { amountCells, amountColumns, type Sheet } from '#main/core/export/sheet.ts'
import { compareSides, viewOf } from '#main/queries/changes.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FieldChange } from '#shared/contract/resources.ts'
import { type Day, dayInZone } from '#shared/lib/day.ts'
import { currenciesOf, slicesOf, textOrNone } from './sheet-parts.ts'

/** Every difference between two looks; the difference adds up to that of what the account costs. */
export function changeSheet(scope: Scope, input: ParsedInput<'changes.export'>): Sheet & { days: Day[] } {
  const t = inventoryTexts[input.language]
  const { before, after, found } = compareSides(scope, input)
  const items = found.map(viewOf)
  const { columns: c } = t
  const currencies = {
    before: currenciesOf(
      items.map((item) => item.before),
      scope,
    ),
    after: currenciesOf(
      items.map((item) => item.after),
      scope,
    ),
    change: currenciesOf(
      items.map((item) => item.change),
      scope,
    ),
  }
  const days = [before, after].flatMap((side) => (side ? [dayInZone(side.atMs, scope.timeZone)] : []))
  return {
    days,
    name: t.files.changes,
    columns: [
      { title: c.name, kind: 'text', width: 36 },
      { title: c.type, kind: 'text', width: 20 },
      { title: c.region, kind: 'text', width: 14 },
      { title: c.kind, kind: 'text', width: 24 },
      ...amountColumns(c.before, currencies.before),
      ...amountColumns(c.after, currencies.after),
      ...amountColumns(c.change, currencies.change),
      { title: c.fields, kind: 'text', width: 60 },
    ],
    size: items.length,
    totalLabel: t.total,
    rows: slicesOf(found.length, (offset, limit) =>
      items
        .slice(offset, offset + limit)
        .map((item) => [
          text(item.name),
          text(t.types[item.type]),
          textOrNone(item.region),
          text(item.kinds.map((kind) => t.kinds[kind]).join(', ')),
          ...amountCells([item.before], currencies.before),
          ...amountCells([item.after], currencies.after),
          ...amountCells([item.change], currencies.change),
          textOrNone(item.fields.map((field) => fieldText(t, field)).join('; ')),
        ]),
    ),
  }
}

function fieldText(t: InventoryTexts, { field, before, after }: FieldChange): string {
  const name = field.startsWith('tags.')
    ? t.tag.replace('{key}', () => field.slice(5))
    : (t.fields[field] ?? bare(field))
  return `${name}: ${valueText(t, field, before)} → ${valueText(t, field, after)}`
}

const bare = (field: string): string => field.replace(/^attributes\./, '')

function valueText(t: InventoryTexts, field: string, value: string | null): string {
  if (value === null) return '—'
  if (field === 'marks') return value.replace(/\w+/g, (mark) => wordOf(t.marks, mark))
  if (field === 'status') return wordOf(t.statuses, value)
  if (field === 'type') return wordOf(t.types, value)
  if (field === 'price.period') return wordOf(t.periods, value)
  return field === 'price' && t.locale === 'ru' ? value.replace('.', ',') : value
}

const wordOf = (words: Record<string, string>, code: string): string => words[code] ?? code

import { type ChangeKind, changeKinds, type FieldChange } from '#shared/contract/resources.ts'
import { canonical, type FlatState } from '../model/resource.ts'

/** What kind of news it is that a field of a resource's record (core/model/resource) has another value. */
export function changeKindOf(field: string): ChangeKind {
  if (field === 'price' || field.startsWith('price.')) return 'cost'
  if (field === 'status' || field === 'marks') return 'status'
  return field.startsWith('tags.') ? 'tags' : 'configuration'
}

/** Each field that differs, before and after, as a person reads it; costs first. */
export function fieldChanges(before: FlatState, after: FlatState): FieldChange[] {
  const [a, b] = [shown(before), shown(after)]
  const changes: FieldChange[] = []
  for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (canonical(a[field] ?? null) === canonical(b[field] ?? null)) continue
    changes.push({ field, kind: changeKindOf(field), before: textOf(a[field]), after: textOf(b[field]) })
  }
  return changes.sort(
    (x, y) => changeKinds.indexOf(x.kind) - changeKinds.indexOf(y.kind) || (x.field < y.field ? -1 : 1),
  )
}

/** A price is three things to a person: how much, of what, for how long. */
function shown({ price, ...state }: FlatState): FlatState {
  if (typeof price !== 'object' || price === null) return state
  const { amount, currency, period } = price as Record<string, unknown>
  return { ...state, price: amount, 'price.currency': currency, 'price.period': period }
}

/** A value as text in no language: lists joined, parts by what they are called and their size. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => textOf(item) ?? '').join(', ')
  if (typeof value !== 'object') return String(value)
  const { name, sizeGb } = value as Record<string, unknown>
  if (typeof name === 'string') return typeof sizeGb === 'number' ? `${name}: ${sizeGb}` : name
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${textOf(item) ?? '—'}`)
    .join(', ')
}

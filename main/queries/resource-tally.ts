import { type ResourceFilterInput, resourceMarks } from '#shared/contract/resources.ts'
import { compareNames } from './order.ts'
import { baseTests, type FacetName, facetNames, facetTests } from './resource-filter.ts'
import type { Columns, ResourceIndex } from './resource-index/kept-index.ts'
import type { Scope } from './scope.ts'

type Facet = { value: string; label: string; count: number }[]

type Tally = { rows: Uint32Array; facets: Record<FacetName, Facet> }

/** Longer lists of choices are of no use: a person types what they look for. */
const MAX_CHOICES = 300
const MAX_KEPT = 12

/** Kept beside the columns that it was made from: paging and sorting ask for the same rows again and again. */
export function tally(index: ResourceIndex, filter: ResourceFilterInput, scope: Scope): Tally {
  const { answers } = index.columns
  const key = `tally ${scope.currency} ${JSON.stringify(filter)}`
  const kept = answers.get(key) as Tally | undefined
  answers.delete(key)
  const made = kept ?? count(index, filter, scope)
  answers.set(key, made)
  if (answers.size > MAX_KEPT) answers.delete(answers.keys().next().value ?? '')
  return made
}

/**
 * One pass that keeps what passes every test and counts each facet as if its own choice were not made: a row that fails
 * exactly one facet still counts in that one, so that a person sees what another choice would bring.
 */
function count(index: ResourceIndex, filter: ResourceFilterInput, scope: Scope): Tally {
  const { columns } = index
  const base = baseTests(index, filter, scope)
  const chosen = facetTests(columns, filter)
  const counters = facetNames.map((name) => counter(columns, name))
  const places = chosen.map(({ name }) => facetNames.indexOf(name))
  const rows = new Uint32Array(columns.size)
  let size = 0
  for (let row = 0; row < columns.size; row += 1) {
    if (!base.every((test) => test(row))) continue
    let failed = -1
    let isOut = false
    for (let at = 0; at < chosen.length && !isOut; at += 1) {
      if (chosen[at]?.test(row)) continue
      isOut = failed >= 0
      failed = at
    }
    if (isOut) continue
    if (failed >= 0) counters[places[failed] ?? -1]?.add(row)
    else {
      rows[size++] = row
      for (const { add } of counters) add(row)
    }
  }
  const facets = facetNames.map((name, at) => [name, counters[at]?.facet() ?? []])
  return { rows: rows.slice(0, size), facets: Object.fromEntries(facets) as Tally['facets'] }
}

type Counter = { add(row: number): void; facet(): Facet }

function counter(columns: Columns, name: FacetName): Counter {
  switch (name) {
    case 'mark': {
      const counts = new Uint32Array(resourceMarks.length)
      return {
        add: (row) => {
          for (let bits = columns.marks[row] ?? 0, at = 0; bits > 0; bits >>= 1, at += 1)
            counts[at] = (counts[at] ?? 0) + (bits & 1)
        },
        facet: () => facetOf(counts, resourceMarks),
      }
    }
    case 'tag': {
      const { starts, codes, labels } = columns.tags
      const counts = new Uint32Array(labels.length)
      return {
        add: (row) => {
          for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
            const code = codes[at] ?? 0
            counts[code] = (counts[code] ?? 0) + 1
          }
        },
        facet: () => facetOf(counts, labels),
      }
    }
    case 'connection':
      return valueCounter(columns.connection, (id) => columns.connections.get(id)?.name ?? id)
    case 'provider': {
      const { codes, values } = columns.connection
      const providers = ['', ...new Set([...columns.connections.values()].map(({ provider }) => provider))]
      const of = values.map((id) => providers.indexOf(columns.connections.get(id)?.provider ?? ''))
      const counts = new Uint32Array(providers.length)
      return {
        add: (row) => {
          const code = of[codes[row] ?? 0] ?? 0
          counts[code] = (counts[code] ?? 0) + 1
        },
        facet: () => facetOf(counts, providers),
      }
    }
    default:
      return valueCounter(columns[name])
  }
}

function valueCounter(
  { codes, values }: Columns['type'],
  labelOf: (value: string) => string = (value) => value,
): Counter {
  const counts = new Uint32Array(values.length)
  return {
    add: (row) => {
      const code = codes[row] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    },
    facet: () => facetOf(counts, values, labelOf),
  }
}

/** Most frequent first; what has no value is no choice. */
function facetOf(
  counts: Uint32Array,
  values: readonly string[],
  labelOf: (value: string) => string = (value) => value,
): Facet {
  return values
    .map((value, at) => ({ value, label: labelOf(value), count: counts[at] ?? 0 }))
    .filter(({ value, count }) => count > 0 && value !== '')
    .sort((a, b) => b.count - a.count || compareNames(a.label, b.label))
    .slice(0, MAX_CHOICES)
}

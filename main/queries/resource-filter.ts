import { type ResourceFilterInput, resourceMarks } from '#shared/contract/resources.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { Columns, ResourceIndex } from './resource-index/kept-index.ts'
import { rowSearch } from './resource-index/row-search.ts'
import type { TagColumn } from './resource-index/tags.ts'
import type { TextColumn } from './resource-index/text-column.ts'
import type { Scope } from './scope.ts'

export const facetNames = [
  'connection',
  'provider',
  'type',
  'status',
  'service',
  'region',
  'owner',
  'mark',
  'tag',
] as const
export type FacetName = (typeof facetNames)[number]

type Test = (row: number) => boolean

/** Which rows pass everything that is no facet: one resource, search, cost range, presence. */
export function baseTests(
  { columns, texts }: ResourceIndex,
  filter: ResourceFilterInput,
  { currency }: Scope,
): Test[] {
  const tests: Test[] = []
  const { id, search, isPresent, costFrom, costTo } = filter
  if (id !== undefined) {
    const wanted = columns.rowOf(id)
    tests.push((row) => row === wanted)
  }
  if (isPresent) tests.push((row) => columns.isGone[row] === 0)
  const [from, to] = [costFrom, costTo].map((text) => (text === undefined ? null : parseDecimal(text)))
  if (from != null || to != null) {
    const { currencies, femtos } = columns.monthly
    tests.push((row) => {
      const amount = femtos[row] ?? 0n
      return currencies[row] === currency && (from == null || amount >= from) && (to == null || amount <= to)
    })
  }
  if (search !== undefined && search.trim() !== '') tests.push(rowSearch(columns, texts, search))
  return tests
}

/** The facets that the filter has set, each with its test. */
export function facetTests(columns: Columns, filter: ResourceFilterInput): { name: FacetName; test: Test }[] {
  const wanted = {
    connection: filter.connectionId,
    provider: filter.provider,
    type: filter.type,
    status: filter.status,
    service: filter.service,
    region: filter.region,
    owner: filter.owner,
    mark: filter.mark,
    tag: filter.tag,
  }
  return facetNames.flatMap((name) => {
    const value = wanted[name]
    return value === undefined ? [] : [{ name, test: facetTest(columns, name, value) }]
  })
}

function facetTest(columns: Columns, name: FacetName, value: string): Test {
  switch (name) {
    case 'mark': {
      const bit = 1 << (resourceMarks as readonly string[]).indexOf(value)
      return (row) => ((columns.marks[row] ?? 0) & bit) !== 0
    }
    case 'tag':
      return tagTest(columns.tags, value)
    case 'provider': {
      const { codes, values } = columns.connection
      const isOf = values.map((id) => columns.connections.get(id)?.provider === value)
      return (row) => isOf[codes[row] ?? 0] ?? false
    }
    default:
      return textTest(columns[name], value)
  }
}

function textTest({ codes, values }: TextColumn, value: string): Test {
  const wanted = values.indexOf(value)
  return wanted <= 0 ? () => false : (row) => codes[row] === wanted
}

/** By the whole tag as it is shown, or by its key alone. */
function tagTest({ starts, codes, labels, keys }: TagColumn, value: string): Test {
  const isWanted = labels.map((label, code) => code > 0 && (label === value || keys[code] === value))
  return (row) => {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      if (isWanted[codes[at] ?? 0]) return true
    return false
  }
}

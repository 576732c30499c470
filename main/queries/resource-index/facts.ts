import { and, eq, gt, sql } from 'drizzle-orm'
import { addressKey, compareAddresses } from '#main/core/rules/address-order.ts'
import { compareText } from '#main/core/rules/exact.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { finish } from '../background.ts'
import { compareNames } from '../order.ts'
import { factsOf, type ListedFacts, listedFacts } from '../resource-facts.ts'
import type { Scope } from '../scope.ts'
import { placesOf } from './places.ts'
import type { Base } from './read-base.ts'

/**
 * What lists sort by and nothing else asks for: the place of each row, 0 where it has no value. By size there are two:
 * what has no processors stands after what has them in either direction, so one is not the other turned over.
 */
export type FactColumns = {
  size: Record<'asc' | 'desc', Uint32Array>
  address: Uint32Array
  externalId: Uint32Array
  renewsOn: Uint32Array
}

const PAGE = 4000
type Rows = Pick<Base, 'size'> & { rowOf(id: number): number }

export const readFacts = (scope: Scope, rows: Rows): FactColumns =>
  finish(factSteps(scope, rows, Number.MAX_SAFE_INTEGER))

export function* factSteps(scope: Scope, { size, rowOf }: Rows, page = PAGE): Generator<void, FactColumns> {
  const [vcpu, ramGb, diskGb] = [unknown(size), unknown(size), unknown(size)]
  const addresses = texts(size)
  const numbers = texts(size)
  const renewals = texts(size)
  for (let afterId = 0; ; ) {
    const found = readRows(scope, afterId, page)
    for (const [id, externalId, attributes] of found) {
      const row = rowOf(id)
      if (row < 0) continue
      const facts = apart(attributes)
      vcpu[row] = facts.vcpu ?? Number.NaN
      ramGb[row] = facts.ramGb ?? Number.NaN
      diskGb[row] = facts.diskGb ?? Number.NaN
      addresses[row] = facts.address ?? ''
      numbers[row] = externalId
      renewals[row] = facts.renewsOn ?? ''
    }
    if (found.length < page) break
    afterId = found.at(-1)?.[0] ?? afterId
    yield
  }
  const keys = addresses.map(addressKey)
  yield
  const sizes = [vcpu, ramGb, diskGb]
  const sized = [...vcpu.keys()].filter((row) => sizes.some((column) => !Number.isNaN(column[row])))
  return {
    size: {
      asc: yield* placesOf(sized, size, compareSizes(sizes, 1)),
      desc: yield* placesOf(sized, size, compareSizes(sizes, -1)),
    },
    address: yield* placesOf(known(addresses), size, (a, b) => {
      const [ofA, ofB] = [keys[a], keys[b]]
      return ofA && ofB ? compareAddresses(ofA, ofB, compareNames) : 0
    }),
    externalId: yield* placesOf(known(numbers), size, (a, b) =>
      compareNames(numbers[a] ?? '', numbers[b] ?? ''),
    ),
    renewsOn: yield* placesOf(known(renewals), size, (a, b) =>
      compareText(renewals[a] ?? '', renewals[b] ?? ''),
    ),
  }
}

/** By the first that differs; what has no such size stands after what has. */
function compareSizes(sizes: readonly Float64Array[], sign: number) {
  return (a: number, b: number): number => {
    for (const column of sizes) {
      const [ofA, ofB] = [column[a] ?? Number.NaN, column[b] ?? Number.NaN]
      if (ofA === ofB) continue
      const [isNoA, isNoB] = [Number.isNaN(ofA), Number.isNaN(ofB)]
      if (isNoA && isNoB) continue
      return isNoA ? 1 : isNoB ? -1 : sign * (ofA - ofB)
    }
    return 0
  }
}

const unknown = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN)
const texts = (size: number): string[] => new Array<string>(size).fill('')
const known = (values: readonly string[]): number[] =>
  values.flatMap((value, row) => (value === '' ? [] : [row]))

/** The attributes as one text: most of the time goes into the number of values that are fetched. */
const readRows = ({ db, workspaceId }: Scope, afterId: number, limit: number) =>
  db.values<[id: number, externalId: string, attributes: string]>(sql`
    select ${resources.id}, ${resources.externalId}, json_extract(${resources.attributes}, ${sql.join(
      listedFacts.map((name) => sql`${`$.${name}`}`),
      sql`, `,
    )})
    from ${resources} where ${and(eq(resources.workspaceId, workspaceId), gt(resources.id, afterId))}
    order by ${resources.id} limit ${limit}`)

function apart(text: string): ListedFacts {
  const values = JSON.parse(text) as unknown[]
  return factsOf(Object.fromEntries(listedFacts.map((name, at) => [name, values[at]])))
}

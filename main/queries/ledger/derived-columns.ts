import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import { type ResourceAttribute, usualTag } from '#main/core/ledger/usual-tags.ts'
import type { InventoryFacts } from './inventory-facts.ts'
import type { KeySet } from './key-set.ts'

const NOTHING = '\u0000'

/** What a column says, put otherwise: each different text is looked at once. */
export function mapped({ texts, places }: TextColumn, of: (text: string) => string | null): TextColumn {
  const own = collectTexts(texts, of)
  return { texts: own.texts, places: Int32Array.from(places, (place) => own.places[place - 1] ?? 0) }
}

/** The places of other keys, for each of these the one that it is of. */
export const placedBy = ({ texts, places }: TextColumn, of: Int32Array): TextColumn => ({
  texts,
  places: of.map((key) => places[key] as number),
})

/** The first of the columns that says anything. */
export function firstOf(columns: readonly TextColumn[], size: number): TextColumn {
  const found = new Map<string, number>()
  const places = new Int32Array(size)
  for (const column of columns) {
    const own = Int32Array.from([NOTHING, ...column.texts], (text) => {
      if (text === NOTHING) return 0
      const place = found.get(text) ?? found.size + 1
      found.set(text, place)
      return place
    })
    for (let n = 0; n < size; n += 1)
      if (places[n] === 0) places[n] = own[column.places[n] as number] as number
  }
  return { texts: [...found.keys()], places }
}

/**
 * What the linked resource is for; where the inventory does not say, what the tags of the bill say under usual keys. A
 * project is at last what the provider calls the part of the account.
 */
export function attributeColumn(
  keys: KeySet,
  facts: InventoryFacts,
  attribute: ResourceAttribute,
): TextColumn {
  const known = facts.of(attribute)
  const said = [
    mapped(keys.resources(), (id) => known.get(id) ?? null),
    mapped(keys.column('tags'), (json) => usualTag(JSON.parse(json) as Record<string, string>, attribute)),
  ]
  const parts = attribute === 'project' ? [keys.column('+SubAccountName'), keys.column('subAccount')] : []
  return firstOf([...said, ...parts], keys.size)
}

/** A resource of any account: `<connection>/<the provider's number of it>`. */
export function resourceColumn(keys: KeySet): TextColumn {
  const connection = keys.column('connectionId')
  const ref = keys.column('resourceRef')
  const texts: string[] = []
  const places = new Int32Array(keys.size)
  // A number is nearly always of one account.
  const first = new Int32Array(ref.texts.length + 1)
  const account = new Int32Array(ref.texts.length + 1)
  const others = new Map<string, number>()
  const add = (text: string): number => texts.push(text)
  for (let n = 0; n < places.length; n += 1) {
    const at = ref.places[n] as number
    if (at === 0) continue
    const own = connection.places[n] as number
    if (first[at] !== 0 && account[at] === own) {
      places[n] = first[at] as number
      continue
    }
    const text = `${connection.texts[own - 1] ?? ''}/${ref.texts[at - 1] ?? ''}`
    if (first[at] === 0) {
      account[at] = own
      first[at] = add(text)
      places[n] = first[at] as number
      continue
    }
    const place = others.get(text) ?? add(text)
    others.set(text, place)
    places[n] = place
  }
  return { texts, places }
}

export function tagColumn(keys: KeySet, tagKey: string): TextColumn {
  return mapped(keys.column('tags'), (json) => {
    const tags = JSON.parse(json) as Record<string, string>
    return Object.hasOwn(tags, tagKey) ? (tags[tagKey] ?? null) : null
  })
}

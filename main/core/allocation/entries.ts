import type { TextColumn } from '#main/core/ledger/text-column.ts'
import { mixed } from './combine.ts'
import type { Outcome, OutcomeColumn } from './outcome.ts'

/**
 * What rules are asked about: keys, and of a key that another virtual tag has split, each of its shares by itself. So a
 * rule that looks at a department meets the half of a server that is the department's.
 */
export type Entries = {
  size: number
  /** The key of each entry; null: entries are keys. */
  keyOf: Int32Array | null
  /** In what proportion the entries of a key stand; all 1 where entries are keys. */
  weightOf(entry: number): bigint
  /** What the other tag says of each entry, in the order in which tags were given. */
  parts: readonly TextColumn[]
  /** A column of keys as one of entries. */
  column(of: TextColumn): TextColumn
}

const isSplit = ({ outcomes }: OutcomeColumn): boolean => outcomes.some((outcome) => outcome.length > 1)

export function entriesOf(size: number, others: readonly OutcomeColumn[]): Entries {
  if (!others.some(isSplit))
    return {
      size,
      keyOf: null,
      weightOf: () => 1n,
      parts: others.map(wholeParts),
      column: (of) => of,
    }
  return splitEntries(size, others)
}

/** Each outcome is one part, or nobody. */
function wholeParts({ outcomes, places }: OutcomeColumn): TextColumn {
  const texts = createTexts()
  const placeOf = Int32Array.from([null, ...outcomes], (outcome) => texts.placeOf(outcome?.[0]?.part ?? null))
  return { texts: texts.all, places: places.map((place) => placeOf[place] as number) }
}

function splitEntries(size: number, others: readonly OutcomeColumn[]): Entries {
  const keys: number[] = []
  const weights: bigint[] = []
  const texts = others.map(createTexts)
  const places: number[][] = others.map(() => [])
  const add = (key: number, at: number, weight: bigint, chosen: readonly number[]): void => {
    const other = others[at]
    if (!other) {
      keys.push(key)
      weights.push(weight)
      for (const [n, place] of chosen.entries()) places[n]?.push(place)
      return
    }
    const outcome: Outcome = other.outcomes[(other.places[key] as number) - 1] ?? [{ part: null, weight: 1n }]
    for (const share of outcome)
      add(key, at + 1, weight * share.weight, [...chosen, texts[at]?.placeOf(share.part) ?? 0])
  }
  for (let key = 0; key < size; key += 1) add(key, 0, 1n, [])
  const keyOf = Int32Array.from(keys)
  return {
    size: keys.length,
    keyOf,
    weightOf: (entry) => weights[entry] ?? 1n,
    parts: others.map((_, at) => ({
      texts: texts[at]?.all ?? [],
      places: Int32Array.from(places[at] ?? []),
    })),
    column: ({ texts, places }) => ({ texts, places: keyOf.map((key) => places[key] as number) }),
  }
}

function createTexts() {
  const all: string[] = []
  const found = new Map<string, number>()
  return {
    all,
    placeOf(text: string | null): number {
      if (text === null) return 0
      const known = found.get(text)
      if (known !== undefined) return known
      all.push(text)
      found.set(text, all.length)
      return all.length
    },
  }
}

/** Outcomes of entries as outcomes of keys. */
export function ofKeys(
  { keyOf, weightOf }: Entries,
  size: number,
  { outcomes, places }: OutcomeColumn,
): OutcomeColumn {
  if (keyOf === null) return { outcomes, places }
  const all = [...outcomes]
  const known = new Map<string, number>()
  const result = new Int32Array(size)
  for (let from = 0; from < places.length; ) {
    const key = keyOf[from] as number
    let to = from + 1
    while (to < places.length && keyOf[to] === key) to += 1
    result[key] = to === from + 1 ? (places[from] as number) : placeOf(from, to)
    from = to
  }
  return { outcomes: all, places: result }

  function placeOf(from: number, to: number): number {
    const own = Array.from({ length: to - from }, (_, n) => ({
      place: places[from + n] as number,
      weight: weightOf(from + n),
    }))
    const first = own[0]?.place ?? 0
    if (own.every(({ place }) => place === first)) return first
    const id = own.map(({ place, weight }) => `${place}:${weight}`).join()
    const found = known.get(id)
    if (found !== undefined) return found
    all.push(
      mixed(
        own.map(({ place, weight }) => ({
          outcome: outcomes[place - 1] ?? [{ part: null, weight: 1n }],
          weight,
        })),
      ),
    )
    known.set(id, all.length)
    return all.length
  }
}

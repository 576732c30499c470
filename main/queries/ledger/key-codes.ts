import type { TextColumn } from '#main/core/ledger/text-column.ts'

/** What keys are alike in, without the texts: so many different places, and the place of each key. */
export type Places = { count: number; places: Int32Array }

export const placesIn = ({ texts, places }: TextColumn): Places => ({ count: texts.length + 1, places })

/** More combinations than this are looked up, fewer have a place each. */
const MOST_PLACES = 2 ** 22
const UNSEEN = -1
const LEFT_OUT = -1

/**
 * Numbers for keys so that those which are alike in all columns have the same one; `firsts` has a key for each number.
 * Column after column: numbers stay small, however many texts the columns have.
 */
export function codesOf(
  columns: readonly Places[],
  kept: Uint8Array | null,
  size: number,
): { codes: Int32Array; firsts: number[] } {
  const codes = new Int32Array(size)
  if (kept) for (let n = 0; n < size; n += 1) if (kept[n] === 0) codes[n] = LEFT_OUT
  let firsts: number[] = [0]
  for (const { count, places } of columns) {
    const seen = tableOf(firsts.length * count)
    firsts = []
    for (let n = 0; n < size; n += 1) {
      const code = codes[n] as number
      if (code < 0) continue
      const at = code * count + (places[n] as number)
      let next = seen.get(at)
      if (next === UNSEEN) {
        next = firsts.push(n) - 1
        seen.set(at, next)
      }
      codes[n] = next
    }
  }
  return { codes, firsts }
}

function tableOf(count: number) {
  if (count > MOST_PLACES) {
    const found = new Map<number, number>()
    return {
      get: (at: number): number => found.get(at) ?? UNSEEN,
      set: (at: number, code: number): void => void found.set(at, code),
    }
  }
  const table = new Int32Array(count).fill(UNSEEN)
  return {
    get: (at: number): number => table[at] as number,
    set: (at: number, code: number): void => {
      table[at] = code
    },
  }
}

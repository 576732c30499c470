/** How many letters must be put in, taken out, changed or swapped with their neighbour; `most` and one more when it is more. */
export function editDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return last[to.length] ?? 0
}

/** What a word was probably meant to be: the nearest of the known, unless all are far. */
export function nearest(text: string, known: readonly string[]): string | null {
  const folded = text.toLowerCase()
  const most = Math.max(1, Math.floor([...text].length / 3))
  let found: string | null = null
  let least = most + 1
  for (const one of known) {
    const distance = editDistance(folded, one.toLowerCase(), Math.min(most, least))
    if (distance < least) {
      least = distance
      found = one
    }
  }
  return found
}

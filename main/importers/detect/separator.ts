/** Where two cut equally well, not the comma: it parts fractions too. */
const SEPARATORS = [';', '\t', '|', ','] as const
type Separator = (typeof SEPARATORS)[number]

/** `sep=;` as a first line is Excel's own note about the file and no row of it. */
const noteOf = (text: string): Separator | null =>
  (/^\ufeff?"?sep=([,;\t|])"?\r?\n/.exec(text)?.[1] as Separator | undefined) ?? null

/**
 * The sign that cuts the first rows into the most cells of the same number. Signs inside quotes do not count. Null for
 * a text that no sign cuts: one column.
 */
export function detectSeparator(text: string): Separator | null {
  const noted = noteOf(text)
  if (noted) return noted
  let best: Separator | null = null
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const score = scoreOf(countsOf(text, separator))
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

/** How many of the sign stand in each of the first lines; the last line may be cut and is left out. */
function countsOf(text: string, separator: string): number[] {
  const counts: number[] = []
  let count = 0
  let isQuoted = false
  let isBlank = true
  for (let i = 0; i < text.length && counts.length < 200; i += 1) {
    const sign = text[i]
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (!isBlank) counts.push(count)
      count = 0
      isBlank = true
      continue
    } else if (!isQuoted && sign === separator) count += 1
    isBlank = false
  }
  if (!isBlank && (counts.length === 0 || !isQuoted)) counts.push(count)
  return counts.length > 2 && text.length > 100_000 ? counts.slice(0, -1) : counts
}

/** Lines that agree with the commonest count weigh that count; others weigh against. Titles have none and cost nothing. */
function scoreOf(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  let common = 0
  let agreed = 0
  for (const [count, lines] of times) {
    if (lines > agreed || (lines === agreed && count > common)) {
      common = count
      agreed = lines
    }
  }
  const others = counts.filter((count) => count > 0 && count !== common).length
  const share = agreed / Math.max(1, agreed + others)
  return share * share * (agreed / Math.max(1, counts.length)) * (1 + Math.log2(1 + common))
}

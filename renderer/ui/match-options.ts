/** Options that hold every word of what is typed, case and ё aside; all of them while nothing is. */
export function matchOptions<T extends { label: string }>(
  options: readonly T[],
  typed: string,
): readonly T[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label }) => {
    const text = fold(label)
    return words.every((word) => text.includes(word))
  })
}

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

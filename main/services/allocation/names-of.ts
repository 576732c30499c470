const MOST_NAMES = 5

/** A few of them for a sentence. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `«${name}»`)
  return names.length > MOST_NAMES ? `${shown.join(', ')}, +${names.length - MOST_NAMES}` : shown.join(', ')
}

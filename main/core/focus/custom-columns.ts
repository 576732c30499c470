/**
 * Columns that FOCUS does not know stand behind its own, under names that begin with `x_`, of ASCII letters, digits
 * and underscores, at most fifty characters. A name that is one already stays.
 */
const LONGEST = 50

/** By the name in the source, the name in the file; no two are the same. */
export function customColumns(names: Iterable<string>): Map<string, string> {
  const found = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of [...new Set(names)].sort()) {
    const words = name.replace(/^x_/i, '').replace(/[^A-Za-z0-9_]+/g, '')
    const wanted = `x_${words === '' ? 'Column' : words}`.slice(0, LONGEST)
    let free = wanted
    for (let number = 2; taken.has(free.toLowerCase()); number += 1)
      free = `${wanted.slice(0, LONGEST - 4)}_${number}`
    taken.add(free.toLowerCase())
    found.set(name, free)
  }
  return found
}

/** `again` reads it once more from the text, so that nobody need hold on to it until the last row is through. */
export type Row = { record: unknown; again(): unknown }

/**
 * The elements of an answer's list, one by one. A day of a big account is tens of megabytes: as text it fits, as objects
 * all at once it does not.
 */
export function* jsonRows(text: string, name: string): Generator<Row, void> {
  let at = listStart(text, name)
  for (;;) {
    at = skipSpace(text, at)
    if (text[at] === ']') return
    const start = at
    const end = valueEnd(text, at)
    const again = (): unknown => JSON.parse(text.slice(start, end))
    yield { record: again(), again }
    at = skipSpace(text, end)
    if (text[at] === ',') at += 1
    else if (text[at] !== ']') throw new SyntaxError(`a list breaks off at ${at}`)
  }
}

/** After the bracket of the list itself, or of the one that the object at the top holds under this name. */
function listStart(text: string, name: string): number {
  let at = skipSpace(text, 0)
  if (text[at] === '[') return at + 1
  if (text[at] !== '{') throw new SyntaxError('neither a list nor an object')
  at = skipSpace(text, at + 1)
  while (text[at] === '"') {
    const keyEnd = valueEnd(text, at)
    const key: unknown = JSON.parse(text.slice(at, keyEnd))
    at = skipSpace(text, keyEnd)
    if (text[at] !== ':') break
    at = skipSpace(text, at + 1)
    if (key === name && text[at] === '[') return at + 1
    at = skipSpace(text, valueEnd(text, at))
    if (text[at] !== ',') break
    at = skipSpace(text, at + 1)
  }
  throw new SyntaxError(`no list ${name}`)
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN = new Set([91, 123])
const CLOSE = new Set([93, 125])

/** Where the value that begins here ends: brackets are counted, those in strings are not. */
function valueEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = stringEnd(text, at)
      if (depth === 0) return at + 1
    } else if (OPEN.has(code)) depth += 1
    else if (CLOSE.has(code)) {
      if (depth === 0) return at
      depth -= 1
      if (depth === 0) return at + 1
    } else if (depth === 0 && (code === 44 || code <= 32)) return at
  }
  throw new SyntaxError('the text breaks off')
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) return at
  }
  throw new SyntaxError('a string breaks off')
}

function skipSpace(text: string, start: number): number {
  let at = start
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1
  return at
}

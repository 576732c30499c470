/** `again` reads it once more from the bytes, so that nobody need hold on to it until the last row is through. */
export type Row = { record: unknown; again(): unknown }

/**
 * The elements of an answer's list, one by one. A day of a big account is tens of megabytes: as bytes it fits, as objects
 * all at once it does not. Whatever structures JSON is one byte of UTF-8, and no byte of any other character is.
 */
export function* jsonRows(text: Uint8Array, name: string): Generator<Row, void> {
  let at = listStart(text, name)
  for (;;) {
    at = skipSpace(text, at)
    if (text[at] === CLOSE_LIST) return
    const start = at
    const end = valueEnd(text, at)
    const again = (): unknown => JSON.parse(textOf(text, start, end))
    yield { record: again(), again }
    at = skipSpace(text, end)
    if (text[at] === COMMA) at += 1
    else if (text[at] !== CLOSE_LIST) throw new SyntaxError(`a list breaks off at ${at}`)
  }
}

const decoder = new TextDecoder('utf-8')
const textOf = (text: Uint8Array, start: number, end: number): string =>
  decoder.decode(text.subarray(start, end))

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** After the bracket of the list itself, or of the one that the object at the top holds under this name. */
function listStart(text: Uint8Array, name: string): number {
  let at = skipSpace(text, hasMark(text) ? 3 : 0)
  if (text[at] === OPEN_LIST) return at + 1
  if (text[at] !== OPEN_OBJECT) throw new SyntaxError('neither a list nor an object')
  at = skipSpace(text, at + 1)
  while (text[at] === QUOTE) {
    const keyEnd = valueEnd(text, at)
    const key: unknown = JSON.parse(textOf(text, at, keyEnd))
    at = skipSpace(text, keyEnd)
    if (text[at] !== COLON) break
    at = skipSpace(text, at + 1)
    if (key === name && text[at] === OPEN_LIST) return at + 1
    at = skipSpace(text, valueEnd(text, at))
    if (text[at] !== COMMA) break
    at = skipSpace(text, at + 1)
  }
  throw new SyntaxError(`no list ${name}`)
}

/** A byte order mark, which is no part of the JSON. */
const hasMark = (text: Uint8Array): boolean => text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf

/** Where the value that begins here ends: brackets are counted, those in strings are not. */
function valueEnd(text: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const code = text[at] ?? 0
    if (code === QUOTE) {
      at = stringEnd(text, at)
      if (depth === 0) return at + 1
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (depth === 0) return at
      depth -= 1
      if (depth === 0) return at + 1
    } else if (depth === 0 && (code === COMMA || code <= 32)) return at
  }
  throw new SyntaxError('the text breaks off')
}

function stringEnd(text: Uint8Array, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === BACKSLASH) at += 1
    else if (text[at] === QUOTE) return at
  }
  throw new SyntaxError('a string breaks off')
}

function skipSpace(text: Uint8Array, start: number): number {
  let at = start
  while (at < text.length && (text[at] ?? 0) <= 32) at += 1
  return at
}

/** Of UTF-8: what every file system takes, with room for an ending and a number. */
const MOST_BYTES = 180

/** What Windows keeps to itself, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** A name that every system takes, as near as possible to what was asked; without an ending. */
export function safeFileName(wanted: string, fallback: string): string {
  const clean = cut(
    wanted
      .normalize('NFC')
      .toWellFormed()
      .replace(/[<>:"/\\|?*\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '_')
      .replace(/\s+/gu, ' '),
  )
  const name = clean.replace(/^[.\s]+|[.\s]+$/gu, '')
  if (name === '' || /^[_.\s-]+$/u.test(name)) return fallback
  return RESERVED.test(name) ? `_${name}` : name
}

function cut(text: string): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter('ru').segment(text)) {
    for (const char of segment) bytes += bytesOf(char)
    if (bytes > MOST_BYTES) return kept
    kept += segment
  }
  return kept
}

function bytesOf(char: string): number {
  const point = char.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
}

/** `отчёт (2).pdf` beside `отчёт.pdf`. */
export function numberedName(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return `${stem} (${number})${ending}`
}

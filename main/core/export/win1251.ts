/** What windows-1251 has from 0x80 on. */
const HIGH =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'

const byteOf = new Map([...HIGH].map((letter, at) => [letter, 0x80 + at]))

/** Signs that it lacks and that have a plain spelling. */
const spelled: Record<string, string> = {
  '₽': 'руб.',
  '\u2212': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2009': '\u00A0',
  '\u202F': '\u00A0',
  '→': '->',
  '←': '<-',
  '≤': '<=',
  '≥': '>=',
  '×': 'x',
}

const LACKED = '?'

/** The text as windows-1251 can hold it: a letter that it lacks becomes a question mark, not a guess. */
export function in1251(text: string): string {
  let out = ''
  // By whole characters: half of one would be two marks.
  for (const letter of text)
    out += letter < '\x80' || byteOf.has(letter) ? letter : (spelled[letter] ?? LACKED)
  return out
}

export function encode1251(text: string): Uint8Array {
  const held = in1251(text)
  const bytes = new Uint8Array(held.length)
  for (let at = 0; at < held.length; at += 1) {
    const unit = held.charCodeAt(at)
    bytes[at] = unit < 0x80 ? unit : (byteOf.get(held.charAt(at)) ?? LACKED.charCodeAt(0))
  }
  return bytes
}

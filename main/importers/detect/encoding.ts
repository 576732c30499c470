import type { Encoding } from '#shared/contract/imports.ts'
import { zerosOnOneSide } from './kind.ts'

/** How much of a file is looked at. */
export const SAMPLE_BYTES = 256 * 1024

/**
 * The mark at the start decides; else zeros at every other byte say UTF-16; else what is sound UTF-8 is UTF-8 (Russian
 * text in windows-1251 never is, by chance, for more than a word or two); the rest is windows-1251.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const head = bytes.subarray(0, SAMPLE_BYTES)
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (zerosOnOneSide(head)) return head[0] === 0 || zeroFirst(head) ? 'utf-16be' : 'utf-16le'
  if (isUtf8(head)) return 'utf-8'
  // A few bytes of rubbish in a UTF-8 file are no reason to read all of its Russian as gibberish.
  return cyrillicScore(head, 'windows-1251') >= cyrillicScore(head, 'utf-8') ? 'windows-1251' : 'utf-8'
}

function zeroFirst(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0)
  return at >= 0 && at % 2 === 0
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, wholeLetters(bytes)))
    return true
  } catch {
    return false
  }
}

/** Where the last letter that is whole ends: the sample may have been cut amid one. */
function wholeLetters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < length ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Russian words: small letters after letters. Wrong readings give capitals amid words, signs and U+FFFD. */
function cyrillicScore(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(bytes)
  const words = text.match(/[А-ЯЁ]?[а-яё]{2,}/g) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const bad = text.match(/[\ufffd\u0402-\u040f\u0452-\u045f]|[а-яё][А-ЯЁ][а-яё]/g) ?? []
  return letters - 3 * bad.length
}

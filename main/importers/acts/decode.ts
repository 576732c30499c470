/** The upper half of cp866: Cyrillic capitals, small letters to п, frames of tables, the rest of the letters. */
const CP866 =
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0'

export function decodeCp866(bytes: Uint8Array): string {
  const parts: string[] = []
  // In pieces: so long a list of letters cannot be passed at once.
  for (let at = 0; at < bytes.length; at += 8192) {
    const letters = Array.from(bytes.subarray(at, at + 8192), (byte) =>
      byte < 128 ? String.fromCharCode(byte) : (CP866[byte - 128] ?? '\ufffd'),
    )
    parts.push(letters.join(''))
  }
  return parts.join('')
}

/** As the head declares it; a declaration that does not hold gives no text at all. */
export function decodeXml(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]
  try {
    return new TextDecoder(declared ?? encodingOf(head), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const encodingOf = (head: string): string =>
  head.startsWith('\u00ff\u00fe') ? 'utf-16le' : head.startsWith('\u00fe\u00ff') ? 'utf-16be' : 'utf-8'

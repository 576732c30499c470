/** What a scanner tells. Names come without their prefix; `attributes` is the text after the name. */
type XmlEvents = {
  open(name: string, attributes: string, isEmpty: boolean): void
  close(name: string): void
  text(text: string): void
}

/** A tag, comment or section that is longer is none; text may be as long as it is. */
const MAX_OPEN = 1024 * 1024
const MAX_ENTITY = 12

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex, digits, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(String.raw`(?:^|[\s:])${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? unescapeXml(match[1] ?? match[2] ?? '') : null
}

/**
 * Tells tags and text of XML that comes in pieces. No document types and no entities of a file's own: a workbook has
 * none, and they are how XML is made to explode.
 */
export class XmlScanner {
  readonly #events: XmlEvents
  #rest = ''

  constructor(events: XmlEvents) {
    this.#events = events
  }

  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) {
        // All but an entity that may go on in the next piece.
        const cut = text.lastIndexOf('&')
        const end = cut >= at && cut > text.length - MAX_ENTITY ? cut : text.length
        if (end > at) this.#events.text(text.slice(at, end))
        at = end
        break
      }
      const end = this.#endOf(text, start)
      if (end < 0) break
      if (start > at) this.#events.text(text.slice(at, start))
      this.#tag(text, start, end)
      at = end
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > MAX_OPEN) throw new RangeError('a tag without end')
  }

  /** Where the tag, comment or section that begins here is over; -1: later. */
  #endOf(text: string, start: number): number {
    const second = text[start + 1]
    if (second === undefined) return -1
    if (second === '!' || second === '?') {
      if (text.length < start + 9) return -1
      const close = text.startsWith('<!--', start)
        ? '-->'
        : text.startsWith('<![CDATA[', start)
          ? ']]>'
          : second === '?'
            ? '?>'
            : null
      if (close === null) throw new SyntaxError('a document type')
      const end = text.indexOf(close, start + 2)
      return end < 0 ? -1 : end + close.length
    }
    let end = text.indexOf('>', start)
    while (end >= 0 && isQuoted(text, start, end)) end = text.indexOf('>', end + 1)
    return end < 0 ? -1 : end + 1
  }

  #tag(text: string, start: number, end: number): void {
    const second = text[start + 1]
    if (second === '?') return
    if (second === '!') {
      if (text.startsWith('<![CDATA[', start)) {
        this.#events.text(text.slice(start + 9, end - 3).replaceAll('&', '&amp;'))
      }
      return
    }
    if (second === '/') {
      this.#events.close(local(text.slice(start + 2, end - 1).trim()))
      return
    }
    const isEmpty = text[end - 2] === '/'
    const body = text.slice(start + 1, isEmpty ? end - 2 : end - 1)
    const space = body.search(/\s/)
    const name = local(space < 0 ? body : body.slice(0, space))
    this.#events.open(name, space < 0 ? '' : body.slice(space), isEmpty)
    if (isEmpty) this.#events.close(name)
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function isQuoted(text: string, start: number, end: number): boolean {
  let quote = ''
  for (let at = start; at < end; at += 1) {
    const sign = text[at] as string
    if (quote === '') {
      if (sign === '"' || sign === "'") quote = sign
    } else if (sign === quote) quote = ''
  }
  return quote !== ''
}

/** What every JavaScript that runs the domain has, and its bare library does not tell: texts as UTF-8 and back. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: string, options?: { ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

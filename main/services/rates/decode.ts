const HEAD_BYTES = 200

/** Text of a file whose encoding it tells itself: by its first bytes, by XML's head, else UTF-8 where it is valid. */
export function decodeText(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  if (head.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(bytes)
  if (head.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(bytes)
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase()
  if (declared === 'windows-1251' || declared === 'cp1251')
    return new TextDecoder('windows-1251').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const PUBLIC_KEY = /^\s*-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----\s*$/

/** What the program itself will call the key: the SHA-256 of it in groups of four digits. Null for what is no key. */
export async function fingerprintOfPem(pem: string): Promise<string | null> {
  const bytes = bytesOf(PUBLIC_KEY.exec(pem)?.[1] ?? '')
  if (!bytes) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.match(/.{4}/g)?.join(' ') ?? null
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const text = atob(base64.replace(/\s/g, ''))
    return text === '' ? null : Uint8Array.from(text, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

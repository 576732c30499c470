const PREFIX = 'infrazen.'

/** The browser may forbid storage; the page then simply forgets. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value)
  } catch {
    // Nothing to do: the value holds until the page closes.
  }
}

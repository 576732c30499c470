/** An id for what a page makes itself: rules and nodes, which nobody numbers for it. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

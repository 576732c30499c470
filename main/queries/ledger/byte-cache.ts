type Kept = { value: unknown; bytes: number }

/** What was made, the latest used of it, up to so many bytes. */
export function createByteCache(most: number) {
  const kept = new Map<string, Kept>()
  let total = 0
  return {
    get<T>(id: string, make: () => { value: T; bytes: number }): T {
      const found = kept.get(id)
      if (found) {
        // The one used last stands last.
        kept.delete(id)
        kept.set(id, found)
        return found.value as T
      }
      const made = make()
      kept.set(id, made)
      total += made.bytes
      for (const [oldest, { bytes }] of kept) {
        if (total <= most || oldest === id) break
        kept.delete(oldest)
        total -= bytes
      }
      return made.value
    },
    clear(): void {
      kept.clear()
      total = 0
    },
  }
}

export type ByteCache = ReturnType<typeof createByteCache>

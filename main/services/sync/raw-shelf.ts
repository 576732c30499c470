import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Source } from '#main/core/sync/look.ts'

/**
 * The provider's records from their page to their writing. Packed: fifty thousand of them would be a hundred
 * megabytes of text, and most turn out to have changed nothing.
 */
export function createRawShelf() {
  const packed = { bill: new Map<string, Buffer>(), inventory: new Map<string, Buffer>() }
  return {
    put(of: Source['of'], ref: string, text: string): void {
      packed[of].set(ref, deflateRawSync(text, { level: 1 }))
    },
    get(of: Source['of'], ref: string): string | null {
      const buffer = packed[of].get(ref)
      return buffer ? inflateRawSync(buffer).toString() : null
    },
  }
}

export type RawShelf = ReturnType<typeof createRawShelf>

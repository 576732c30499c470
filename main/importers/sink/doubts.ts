import type { Doubt, SummaryView } from '#shared/contract/imports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'

type Entry = SummaryView['doubts'][number]

/** Kept rows that look odd, counted by what is odd about them and by currency. */
export class Doubts {
  readonly #found = new Map<string, Entry & { femtos: bigint | null }>()

  note(code: Doubt, currency: string | null, femtos: bigint | null, line: number): void {
    const id = `${code} ${currency}`
    const known = this.#found.get(id)
    if (known) {
      known.rows += 1
      if (femtos !== null) known.femtos = (known.femtos ?? 0n) + femtos
      return
    }
    this.#found.set(id, {
      code,
      rows: 1,
      amount: null,
      currency: currency as Currency | null,
      line,
      said: null,
      femtos,
    })
  }

  /** A total that a file tells at its foot, against the sum of what was kept. */
  noteTotal(said: bigint, kept: bigint, currency: string, line: number): void {
    const code = said === kept ? 'totalMatches' : 'totalMismatch'
    this.note(code, currency, kept, line)
    const entry = this.#found.get(`${code} ${currency}`)
    if (entry) entry.said = formatDecimal(said)
  }

  view(): Entry[] {
    return [...this.#found.values()].map(({ femtos, ...entry }) => ({
      ...entry,
      amount: femtos === null ? null : formatDecimal(femtos),
    }))
  }
}

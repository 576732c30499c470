import type { SummaryView } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Rejected } from '../protocol.ts'

const MAX_ROWS = 100_000
const FIRST_ROWS = 1000
const SWAPPED_ROWS = 200
const SWAPPED_SHARE = 0.9
const MAX_TEXT = 4000
const MAX_VALUE = 300

/** Rows that are not bills but belong to a table: they count as rejected and say nothing against the file. */
const HARMLESS = new Set(['totalRow', 'secondHeader', 'repeated'])

/** Rows that could not be kept; says when there are so many that the file is not what it was taken for. */
export class Rejections {
  count = 0
  #faults = 0
  #isSwapChecked = false
  #fresh: Rejected[] = []
  readonly #reasons = new Map<string, SummaryView['reasons'][number]>()
  readonly #textFor = new Map<string, number>()

  /** `rowsIn`: with this one. */
  add(rejected: Rejected, rowsIn: number): void {
    this.count += 1
    const { reason, column } = rejected
    const known = this.#reasons.get(`${reason} ${column}`)
    if (known) known.rows += 1
    else this.#reasons.set(`${reason} ${column}`, { reason, column, rows: 1 })
    this.#fresh.push({
      ...rejected,
      text: rejected.text.slice(0, MAX_TEXT),
      value: rejected.value?.slice(0, MAX_VALUE) ?? null,
    })
    if (!HARMLESS.has(reason)) this.#faults += 1
    if (reason === 'badNumber' && column !== null && rowsIn <= SWAPPED_ROWS) {
      this.#textFor.set(column, (this.#textFor.get(column) ?? 0) + 1)
    }
    if (this.count > MAX_ROWS) throw new AppError('import.tooManyRejected', { rows: this.count })
    if (rowsIn === FIRST_ROWS && this.#faults === FIRST_ROWS) throw new AppError('import.noneKept')
  }

  /** Asked when the first rows are through, and at the end where there are fewer. */
  checkSwapped(rowsIn: number): void {
    if (this.#isSwapChecked) return
    this.#isSwapChecked = true
    for (const [column, rows] of this.#textFor) {
      if (rows > 1 && rows > Math.min(rowsIn, SWAPPED_ROWS) * SWAPPED_SHARE) {
        throw new AppError('import.swapped', { column })
      }
    }
  }

  static readonly firstRows = SWAPPED_ROWS

  get freshCount(): number {
    return this.#fresh.length
  }

  takeFresh(): Rejected[] {
    const rows = this.#fresh
    this.#fresh = []
    return rows
  }

  reasons(): SummaryView['reasons'] {
    return [...this.#reasons.values()].sort((a, b) => b.rows - a.rows)
  }
}

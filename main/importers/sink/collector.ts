import { billingDayNumber, Calendar, numberOfDay } from '#main/core/ledger/billing-day.ts'
import { createFigures, femtosOf, isBelow, NONE, putDecimal } from '#main/core/ledger/decimal-scan.ts'
import { DetailTable } from '#main/core/ledger/detail-table.ts'
import { KeyTable } from '#main/core/ledger/key-table.ts'
import type { BillLine } from '#main/core/ledger/line.ts'
import { costColumns, quantityColumns } from '#main/core/ledger/segment.ts'
import { figureColumns, SegmentBuilder } from '#main/core/ledger/segment-builder.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorDetails } from '#shared/errors/codes.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { At, LineSink } from '../line-sink.ts'
import type { FromReader, ReadEnd, Rejected } from '../protocol.ts'
import { CoveredDays } from './covered-days.ts'
import { DaySums } from './day-sums.ts'
import { Doubts } from './doubts.ts'
import { KnownParts } from './known-parts.ts'
import { Rejections } from './rejections.ts'
import { Repeats } from './repeats.ts'
import { summaryOf } from './summary.ts'

const AMOUNT_DIGITS = 12
/** Days of 1970 are what an empty date becomes; so far ahead nobody is billed. */
const FIRST_DAY = '1971-01-01' as Day
const LONG_AGO = '2006-01-01' as Day
const DAYS_AHEAD = 400
const MAX_OPEN_BYTES = 72_000_000
const KEYS_AT_ONCE = 500
const DETAILS_AT_ONCE = 1000
const REJECTED_AT_ONCE = 200

type Post = (message: Exclude<FromReader, { kind: 'end' | 'progress' | 'recognised' }>) => void

/** `maxOpenBytes`: of lines that wait for their segment; beyond it the greatest segment goes. */
type Options = { today: Day; dropsRepeats: boolean; post: Post; maxOpenBytes?: number }

/** Why a line cannot be kept, and in which of its columns by FOCUS's name. */
type Fault = { reason: string; column: string | null; value: string | null }

const fault = (reason: string, column: string | null, value: string | null = null): Fault => ({
  reason,
  column,
  value,
})

const FOCUS_NAMES = {
  billed: 'BilledCost',
  effective: 'EffectiveCost',
  list: 'ListCost',
  contracted: 'ContractedCost',
  pricingQuantity: 'PricingQuantity',
  consumedQuantity: 'ConsumedQuantity',
  commitmentQuantity: 'CommitmentDiscountQuantity',
} as const

/** The sink: numbers what repeats, gathers lines to segments, sums days, and tells it all by messages in their order. */
export class Collector implements LineSink {
  /** The numbers of the line at hand: who has them already (focus/fast) writes them here and calls `keep`. */
  readonly figures = createFigures(figureColumns.length)
  readonly keys = new KeyTable()
  readonly details = new DetailTable()
  rowsKept = 0
  readonly #known = new KnownParts(this.keys, this.details)
  readonly #post: Post
  readonly #dropsRepeats: boolean
  readonly #repeats = new Repeats()
  readonly #covered = new CoveredDays()
  readonly #doubts = new Doubts()
  readonly #rejections = new Rejections()
  readonly #sums = new DaySums(this.keys)
  readonly #calendar: Calendar
  readonly #days: { first: number; longAgo: number; today: number; last: number }
  /** By account, then by month. */
  readonly #builders: (SegmentBuilder | undefined)[][] = []
  readonly #maxOpenBytes: number
  #openBytes = 0
  #accountsTold = 0
  #totals: { said: bigint; currency: string | null; line: number }[] = []

  constructor({ today, dropsRepeats, post, maxOpenBytes = MAX_OPEN_BYTES }: Options) {
    this.#maxOpenBytes = maxOpenBytes
    this.#post = post
    this.#dropsRepeats = dropsRepeats
    const last = addDays(today, DAYS_AHEAD)
    this.#calendar = new Calendar(last)
    this.#days = {
      first: numberOfDay(FIRST_DAY),
      longAgo: numberOfDay(LONG_AGO),
      today: numberOfDay(today),
      last: numberOfDay(last),
    }
  }

  get rowsRejected(): number {
    return this.#rejections.count
  }

  get rowsIn(): number {
    return this.rowsKept + this.#rejections.count
  }

  line(line: BillLine, at: At, raw: () => string): void {
    const found = this.#lineFault(line, at.line)
    if (found) this.reject({ ...at, text: raw(), ...found })
  }

  cover(line: BillLine): void {
    const { owner } = this.#known.halves(line.key)
    const account = this.keys.accountOf.get(owner)
    if (account < 0) return
    const offset = this.keys.offsetOf.get(owner)
    const first = billingDayNumber(line.startMs, offset)
    const last = Math.min(billingDayNumber(line.endMs - 1, offset), this.#days.last)
    if (first >= this.#days.first && last > first) this.#covered.add(account, line.key.currency, first, last)
  }

  reject(rejected: Rejected): void {
    this.#rejections.add(rejected, this.rowsIn + 1)
    if (this.#rejections.freshCount >= REJECTED_AT_ONCE) this.#tellRejected()
    if (this.rowsIn >= Rejections.firstRows) this.#rejections.checkSwapped(this.rowsIn)
  }

  total(rejected: Rejected, said: { amount: string; currency: string | null } | null): void {
    this.reject({ ...rejected, reason: 'totalRow' })
    const femtos = said ? parseDecimal(said.amount) : null
    if (said && femtos !== null)
      this.#totals.push({ said: femtos, currency: said.currency, line: rejected.line })
  }

  /**
   * Takes the line whose figures stand in `figures`, or says why not. Halves of the key, detail: numbers of the tables
   * here, this generation's.
   */
  keep(
    owner: number,
    price: number,
    detail: number,
    startMs: number,
    endMs: number,
    line: number,
  ): Fault | null {
    const { keys, figures } = this
    if (!(endMs > startMs)) return fault('badPeriod', 'ChargePeriodEnd')
    const dayNumber = billingDayNumber(startMs, keys.offsetOf.get(owner))
    const { first, longAgo, today, last } = this.#days
    if (!(dayNumber >= first && dayNumber <= last)) return fault('badDate', 'ChargePeriodStart')
    for (let i = 0; i < costColumns.length; i += 1) {
      if (!isBelow(figures, i, AMOUNT_DIGITS)) return fault('tooBig', FOCUS_NAMES[costColumns[i] ?? 'billed'])
    }
    const seconds = (endMs - startMs) / 1000
    if (seconds > 0x7fffffff) return fault('badPeriod', 'ChargePeriodEnd')
    const key = keys.key(owner, price)
    const isRepeated = this.#repeats.seen(key, detail, startMs, endMs, figures)
    if (isRepeated && this.#dropsRepeats) return fault('repeated', null)
    if (isRepeated) this.#note('repeated', price, line)
    if (dayNumber > today) this.#note('future', price, line)
    else if (dayNumber < longAgo) this.#note('longAgo', price, line)
    if (
      dayNumber < this.details.periodFrom.get(detail) - 1 ||
      dayNumber > this.details.periodTo.get(detail) + 1
    )
      this.#note('otherMonth', price, line)
    const builder = this.#builder(keys.accountOf.get(owner), this.#calendar.monthOf[dayNumber] as number)
    const before = builder.bytes
    builder.add(
      this.#calendar.dateOf[dayNumber] as number,
      key,
      detail,
      Math.floor(startMs / 1000) - dayNumber * 86_400,
      Math.trunc(seconds),
      line,
      figures,
    )
    this.rowsKept += 1
    if (builder.bytes !== before || builder.isFull) this.#makeRoom(builder, before)
    if (keys.freshCount >= KEYS_AT_ONCE || this.details.freshCount >= DETAILS_AT_ONCE) this.#tellFresh()
    return null
  }

  /** Between rows: forgets what has grown too much. Numbers of halves may be others afterwards (`keys.generation`). */
  tidy(): void {
    this.keys.forgetIfMany()
  }

  /** The last segments, and what the end says. */
  finish(): Omit<Extract<ReadEnd, { status: 'read' }>, 'sha256' | 'status'> {
    if (this.rowsIn <= Rejections.firstRows) this.#rejections.checkSwapped(this.rowsIn)
    if (this.rowsKept === 0) {
      const details: ErrorDetails = { rows: this.rowsIn }
      throw new AppError(this.rowsIn === 0 ? 'import.headerOnly' : 'import.noneKept', details)
    }
    for (const months of this.#builders) for (const builder of months ?? []) if (builder) this.#flush(builder)
    this.#tellFresh()
    this.#tellRejected()
    const days = this.#covered.addTo(this.#sums.days())
    this.#judgeTotals(days)
    return {
      rowsIn: this.rowsIn,
      rowsKept: this.rowsKept,
      rowsRejected: this.rowsRejected,
      summary: {
        ...summaryOf(days, this.#sums.services(), this.keys.accounts),
        doubts: this.#doubts.view(),
        reasons: this.#rejections.reasons(),
      },
      days,
    }
  }

  #lineFault(line: BillLine, sourceLine: number): Fault | null {
    const { key } = line
    if (key.billingAccount === '') return fault('noAccount', 'BillingAccountId')
    if (key.currency === '') return fault('noCurrency', 'BillingCurrency')
    if (!isCurrency(key.currency)) return fault('badCurrency', 'BillingCurrency', key.currency)
    if (Number.isNaN(line.startMs)) return fault('badDate', 'ChargePeriodStart')
    if (Number.isNaN(line.endMs)) return fault('badDate', 'ChargePeriodEnd')
    let { detail } = line
    for (let i = 0; i < costColumns.length; i += 1) {
      const name = costColumns[i] ?? 'billed'
      if (line[name] === '') return fault('noAmount', FOCUS_NAMES[name])
      if (!putDecimal(line[name], this.figures, i)) return fault('badNumber', FOCUS_NAMES[name], line[name])
    }
    for (let i = 0; i < quantityColumns.length; i += 1) {
      const name = quantityColumns[i] ?? 'pricingQuantity'
      const text = line[name]
      const at = costColumns.length + i
      if (text === null) this.figures.scales[at] = NONE
      else if (!putDecimal(text, this.figures, at)) return fault('badNumber', FOCUS_NAMES[name], text)
      else if (!isBelow(this.figures, at, AMOUNT_DIGITS)) {
        // Bytes can be that many. The money counts; the quantity stands beside it as it was written.
        this.figures.scales[at] = NONE
        detail = { ...detail, extra: { ...detail.extra, [FOCUS_NAMES[name]]: text } }
      }
    }
    this.tidy()
    const { owner, price } = this.#known.halves(key)
    return this.keep(owner, price, this.#known.detail(detail), line.startMs, line.endMs, sourceLine)
  }

  #note(code: 'repeated' | 'future' | 'longAgo' | 'otherMonth', price: number, line: number): void {
    this.#doubts.note(code, this.keys.currencyOfPrice(price), femtosOf(this.figures, 0), line)
  }

  #builder(account: number, month: number): SegmentBuilder {
    let months = this.#builders[account]
    if (!months) {
      months = []
      this.#builders[account] = months
    }
    let builder = months[month]
    if (!builder) {
      builder = new SegmentBuilder(account, month)
      months[month] = builder
      this.#openBytes += builder.bytes
    }
    return builder
  }

  #makeRoom(builder: SegmentBuilder, before: number): void {
    this.#openBytes += builder.bytes - before
    if (builder.isFull) this.#flush(builder)
    while (this.#openBytes > this.#maxOpenBytes) {
      let greatest = builder
      for (const months of this.#builders)
        for (const other of months ?? []) if (other && other.lines > greatest.lines) greatest = other
      this.#flush(greatest)
    }
  }

  #flush(builder: SegmentBuilder): void {
    if (builder.lines === 0) return
    this.#tellFresh()
    const before = builder.bytes
    const segment = builder.build()
    this.#openBytes += builder.bytes - before
    this.#sums.add(segment, builder.month)
    this.#post({ kind: 'segment', segment })
  }

  #tellFresh(): void {
    const { accounts } = this.keys
    if (accounts.length > this.#accountsTold) {
      this.#post({
        kind: 'accounts',
        first: this.#accountsTold,
        accounts: accounts.slice(this.#accountsTold),
      })
      this.#accountsTold = accounts.length
    }
    if (this.keys.freshCount > 0) this.#post({ kind: 'keys', ...this.keys.takeFresh() })
    if (this.details.freshCount > 0) this.#post({ kind: 'details', ...this.details.takeFresh() })
  }

  #tellRejected(): void {
    if (this.#rejections.freshCount > 0) this.#post({ kind: 'rejected', rows: this.#rejections.takeFresh() })
  }

  /** Only the last one of a currency is the table's own; those before it are of its parts. */
  #judgeTotals(days: ReturnType<DaySums['days']>): void {
    const kept = new Map<string, bigint>()
    for (const sum of days) kept.set(sum.currency, (kept.get(sum.currency) ?? 0n) + sum.billed)
    const [only] = kept.size === 1 ? [...kept.keys()] : []
    const last = new Map<string, { said: bigint; line: number }>()
    for (const { said, currency, line } of this.#totals) {
      const of = currency ?? only
      if (of !== undefined && kept.has(of)) last.set(of, { said, line })
    }
    for (const [currency, { said, line }] of last) {
      this.#doubts.noteTotal(said, kept.get(currency) ?? 0n, currency, line)
    }
  }
}

import { toStored } from '#main/core/money/stored.ts'

/** FOCUS's four costs of a line or of a sum of lines, in femtos. */
export type Amounts = { billed: bigint; effective: bigint; list: bigint; contracted: bigint }

/** The columns that hold them, in facts and in daily sums alike. */
export const amountColumns = [
  'billedMicros',
  'billedRest',
  'effectiveMicros',
  'effectiveRest',
  'listMicros',
  'listRest',
  'contractedMicros',
  'contractedRest',
] as const

type AmountColumns = Record<(typeof amountColumns)[number], bigint>

export function toColumns({ billed, effective, list, contracted }: Amounts): AmountColumns {
  const [b, e, l, c] = [toStored(billed), toStored(effective), toStored(list), toStored(contracted)]
  return {
    billedMicros: b.micros,
    billedRest: b.rest,
    effectiveMicros: e.micros,
    effectiveRest: e.rest,
    listMicros: l.micros,
    listRest: l.rest,
    contractedMicros: c.micros,
    contractedRest: c.rest,
  }
}

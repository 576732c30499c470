import { expect, test } from 'vitest'
import {
  COLUMN_HEAD_BYTES,
  decodeIndex,
  decodeNumbers,
  encodeIndex,
  encodeNumbers,
  femtosAt,
  type IndexColumn,
  type NumberColumn,
} from '#main/core/ledger/column.ts'
import { columnOfOne, slicesOf } from '#main/core/ledger/one-value.ts'

const only = (bytes: Uint8Array, at: number): Uint8Array => {
  const head = bytes.slice(0, COLUMN_HEAD_BYTES)
  const parts = slicesOf(head, at).map(({ from, length }) => bytes.slice(from, from + length))
  return columnOfOne(head, parts, at)
}

const nulls = Uint8Array.of(0b0100_0010, 0b1)
const whole = [1, 0, -3, 7, 100, -128, 0, 5, 0, 9]
const numbers: NumberColumn[] = [
  { kind: 'scaled', scale: 2, values: Int8Array.from(whole), nulls: null },
  { kind: 'scaled', scale: 0, values: Int16Array.from(whole), nulls },
  { kind: 'scaled', scale: 15, values: Int32Array.from(whole), nulls },
  { kind: 'scaled', scale: 10, values: Float64Array.from(whole, (n) => n * 2 ** 40), nulls: null },
  {
    kind: 'wide',
    micros: BigInt64Array.from(whole, (n) => BigInt(n) * 10n ** 16n),
    rests: Int32Array.from(whole),
    nulls,
  },
]

test('one value of a column of any kind is read without the others', () => {
  for (const column of numbers) {
    const bytes = encodeNumbers(column)
    for (const at of whole.keys())
      expect(femtosAt(decodeNumbers(only(bytes, at)), 0), `${column.kind} ${at}`).toBe(femtosAt(column, at))
  }
  for (const made of [Uint8Array, Uint16Array, Int32Array]) {
    const column: IndexColumn = made.from(whole.map(Math.abs))
    const bytes = encodeIndex(column)
    for (const at of whole.keys()) expect(decodeIndex(only(bytes, at))[0]).toBe(column[at])
  }
})

/** WebAssembly's binary form, as much of it as byte-machine.ts needs. Code is written as lists of bytes. */
export type Code = readonly (number | Code)[]

export const I32 = 0x7f
export const I64 = 0x7e
export const V128 = 0x7b
const VOID = 0x40
const FUNCTION = 0x60
const SIMD = 0xfd

export const op = {
  else: 0x05,
  end: 0x0b,
  return: 0x0f,
  i32And: 0x71,
  i32Add: 0x6a,
  i32Ctz: 0x68,
  i32Eqz: 0x45,
  i32GtU: 0x4b,
  i32GeU: 0x4f,
  i32Ne: 0x47,
  i32Shl: 0x74,
  i32Sub: 0x6b,
  i32Wrap: 0xa7,
  i64And: 0x83,
  i64ExtendU: 0xad,
  i64Eqz: 0x50,
  i64Mul: 0x7e,
  i64Ne: 0x52,
  i64Rotl: 0x89,
  i64Shl: 0x86,
  i64ShrU: 0x88,
  i64Sub: 0x7d,
  i64Xor: 0x85,
} as const

/** Signed LEB128. */
function signed(value: bigint): number[] {
  const out: number[] = []
  let rest = value
  for (;;) {
    const byte = Number(rest & 0x7fn)
    rest >>= 7n
    if ((rest === 0n && (byte & 0x40) === 0) || (rest === -1n && (byte & 0x40) !== 0)) return [...out, byte]
    out.push(byte | 0x80)
  }
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const out: number[] = []
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) out.push((rest & 0x7f) | 0x80)
  return [...out, rest]
}

export const get = (local: number): Code => [0x20, unsigned(local)]
export const set = (local: number): Code => [0x21, unsigned(local)]
export const i32 = (value: number): Code => [0x41, signed(BigInt(value))]
export const i64 = (value: bigint): Code => [0x42, signed(BigInt.asIntN(64, value))]
/** Loads and stores from anywhere: what they are aligned to is not promised. */
export const load32: Code = [0x28, 0, 0]
export const load64: Code = [0x29, 0, 0]
export const load8: Code = [0x2d, 0, 0]
export const store32: Code = [0x36, 0, 0]
export const load128: Code = [SIMD, 0, 0, 0]
export const splat8: Code = [SIMD, 0x0f]
export const equal8: Code = [SIMD, 0x23]
export const or128: Code = [SIMD, 0x50]
export const bits8: Code = [SIMD, unsigned(0x64)]

/** Again and again, while the condition, asked for first, is not zero. */
export const asLongAs = (condition: Code, body: Code): Code => [
  [0x02, VOID, 0x03, VOID],
  condition,
  op.i32Eqz,
  [0x0d, 1],
  body,
  [0x0c, 0],
  [op.end, op.end],
]

export const when = (condition: Code, body: Code): Code => [condition, [0x04, VOID], body, op.end]

type Fn = { name: string; parameters: number; locals: readonly number[]; body: Code }

const flat = (code: Code): number[] =>
  code.flatMap((part) => (typeof part === 'number' ? [part] : flat(part)))
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes]
const text = (value: string): number[] => sized([...new TextEncoder().encode(value)])
const section = (id: number, items: readonly (readonly number[])[]): number[] => [
  id,
  ...sized([...unsigned(items.length), ...items.flat()]),
]

/** Functions of whole numbers that answer with one, over a memory that is given from outside. */
export function assemble(functions: readonly Fn[]): Uint8Array<ArrayBuffer> {
  const typeOf = ({ parameters }: Fn): number[] => [
    FUNCTION,
    ...sized(Array.from({ length: parameters }, () => I32)),
    1,
    I32,
  ]
  const bodyOf = ({ locals, body }: Fn): number[] =>
    sized([...unsigned(locals.length), ...locals.flatMap((type) => [1, type]), ...flat(body), op.end])
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, functions.map(typeOf)),
    ...section(2, [[...text('given'), ...text('memory'), 2, 0, 0]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]),
    ),
    ...section(10, functions.map(bodyOf)),
  ])
}

import {
  asLongAs,
  assemble,
  bits8,
  type Code,
  equal8,
  get,
  I32,
  I64,
  i32,
  i64,
  load8,
  load32,
  load64,
  load128,
  op,
  or128,
  set,
  splat8,
  store32,
  V128,
  when,
} from './assemble.ts'

const LF = 10
const CR = 13
const QUOTE = 34
const PAGE = 65_536
/** Loads reach so far beyond the last byte that counts. */
export const PADDING = 16
const FACTOR = 0x9e3779b97f4a7c15n

/** Where the bytes `separator`, quote, LF and CR stand in [from, to): addresses written from `out` on. Says where they end. */
function marks() {
  const [from, to, separator, out, mask, bytes, separators, quotes, lfs, crs] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const among = (all: number): Code => [get(bytes), get(all), equal8]
  return {
    name: 'marks',
    parameters: 4,
    locals: [I32, V128, V128, V128, V128, V128],
    body: [
      [get(separator), splat8, set(separators)],
      [i32(QUOTE), splat8, set(quotes)],
      [i32(LF), splat8, set(lfs)],
      [i32(CR), splat8, set(crs)],
      asLongAs(
        [get(to), get(from), op.i32GtU],
        [
          [get(from), load128, set(bytes)],
          [among(separators), among(quotes), or128, among(lfs), or128, among(crs), or128, bits8, set(mask)],
          asLongAs(get(mask), [
            [get(out), get(from), get(mask), op.i32Ctz, op.i32Add, store32],
            [get(out), i32(4), op.i32Add, set(out)],
            [get(mask), get(mask), i32(1), op.i32Sub, op.i32And, set(mask)],
          ]),
          [get(from), i32(16), op.i32Add, set(from)],
        ],
      ),
      get(out),
    ],
  }
}

/** `at`, `end`: the run at hand; the eight bytes at `address`, of which only those before `end` count. */
const rest = (at: number, end: number, value: Code): Code => [
  value,
  // Bytes that are left, as a mask: (1 << 8 * left) - 1.
  [i64(1n), get(end), get(at), op.i32Sub, i32(3), op.i32Shl, op.i64ExtendU, op.i64Shl, i64(1n), op.i64Sub],
  op.i64And,
]

const nextRun = (runs: number, count: number): Code => [
  [get(runs), i32(8), op.i32Add, set(runs)],
  [get(count), i32(1), op.i32Sub, set(count)],
]

const openRun = (runs: number, at: number, end: number): Code => [
  [get(runs), load32, set(at)],
  [get(runs), i32(4), op.i32Add, load32, set(end)],
]

const hasEight = (at: number, end: number): Code => [get(end), get(at), i32(8), op.i32Add, op.i32GeU]

/** A hash over runs of bytes: pairs of addresses (first, beyond the last) from `runs` on. */
function hash() {
  const [runs, count, at, end, sum] = [0, 1, 2, 3, 4]
  const mix = (value: Code): Code => [
    [get(sum), value, op.i64Xor, i64(FACTOR), op.i64Mul, i64(29n), op.i64Rotl, set(sum)],
  ]
  const fold = (bits: bigint): Code => [get(sum), get(sum), i64(bits), op.i64ShrU, op.i64Xor, set(sum)]
  return {
    name: 'hash',
    parameters: 2,
    locals: [I32, I32, I64],
    body: [
      asLongAs(get(count), [
        openRun(runs, at, end),
        mix([get(end), get(at), op.i32Sub, op.i64ExtendU]),
        asLongAs(hasEight(at, end), [mix([get(at), load64]), [get(at), i32(8), op.i32Add, set(at)]]),
        mix(rest(at, end, [get(at), load64])),
        nextRun(runs, count),
      ]),
      fold(32n),
      [get(sum), i64(FACTOR), op.i64Mul, set(sum)],
      fold(29n),
      [get(sum), op.i32Wrap],
    ],
  }
}

/** Whether the runs are what lies from `kept` on, where each run is followed by LF. */
function same() {
  const [runs, count, kept, at, end] = [0, 1, 2, 3, 4]
  const no: Code = [i32(0), op.return]
  return {
    name: 'same',
    parameters: 3,
    locals: [I32, I32],
    body: [
      asLongAs(get(count), [
        openRun(runs, at, end),
        asLongAs(hasEight(at, end), [
          when([get(at), load64, get(kept), load64, op.i64Ne], no),
          [get(at), i32(8), op.i32Add, set(at)],
          [get(kept), i32(8), op.i32Add, set(kept)],
        ]),
        when([rest(at, end, [get(at), load64, get(kept), load64, op.i64Xor]), op.i64Eqz, op.i32Eqz], no),
        [get(kept), get(end), get(at), op.i32Sub, op.i32Add, set(kept)],
        when([get(kept), load8, i32(LF), op.i32Ne], no),
        [get(kept), i32(1), op.i32Add, set(kept)],
        nextRun(runs, count),
      ]),
      i32(1),
    ],
  }
}

type Functions = {
  marks(from: number, to: number, separator: number, out: number): number
  hash(runs: number, count: number): number
  same(runs: number, count: number, kept: number): number
}

export type ByteMachine = Functions & { bytes: Uint8Array; words: Int32Array }

/** As much of it as is used here: Node's types do not name it. */
type Wasm = {
  Module: new (bytes: Uint8Array) => object
  Memory: new (of: { initial: number }) => { buffer: ArrayBuffer }
  Instance: new (module: object, imports: object) => { exports: Functions }
}

const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly
let program: object | null = null

/**
 * What is done to every byte of a table, sixteen or eight at a time, which TypeScript cannot. Its memory is as large from
 * the start as it will ever be: what is never touched costs nothing.
 */
export function createByteMachine(memoryBytes: number): ByteMachine {
  program ??= new wasm.Module(assemble([marks(), hash(), same()]))
  const memory = new wasm.Memory({ initial: Math.ceil(memoryBytes / PAGE) })
  const { exports } = new wasm.Instance(program, { given: { memory } })
  return {
    ...exports,
    bytes: new Uint8Array(memory.buffer),
    words: new Int32Array(memory.buffer),
  }
}

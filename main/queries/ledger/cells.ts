import type { CubeQuestion } from '#main/ports/ledger.ts'
import { type Bins, HOURS } from './bins.ts'
import type { CutPart } from './cut-parts.ts'
import { factorsOf } from './factors.ts'
import type { Selection } from './selection.ts'
import { Sums } from './sums.ts'

/** Sums of the groups of a selection by bin. */
export type Cells = {
  readonly stride: number
  /** By group. */
  readonly lines: Int32Array
  femtos(group: number, bin: number): bigint
  total(group: number): bigint
  roughly(): Float64Array
  /** By heap and bin, of those groups whose heap is not below zero. */
  heaps(heapOf: Int32Array, count: number): bigint[]
  /** Of all groups. */
  linesByBin(): Int32Array
  /** These will be asked for by bin. */
  ahead(groups: readonly number[]): void
}

type Source = { parts: readonly CutPart[]; selection: Selection; bins: Bins; question: CubeQuestion }

/** Groups that stand side by side are often looked at together. */
const SIDE_BY_SIDE = 128

/** So many cells are kept at once. */
export function createCells(source: Source, most: number): Cells {
  const count = source.selection.groups.length
  return count * source.bins.all.length <= most ? keptCells(source, count) : scannedCells(source, count, most)
}

type Into = { placeOf?: Int32Array; count: number; bins: Pick<Bins, 'of'>; stride: number; isHourly: boolean }

/** Adds up once, each group into its place (below zero: nowhere). */
function createScan({ parts, selection, question }: Source) {
  const factors = factorsOf(question)
  const scan = ({ placeOf, count, bins, stride, isHourly }: Into): Sums => {
    const sums = new Sums(count * stride, factors?.divisor)
    const placed = new Map<Int32Array, Int32Array>()
    for (const part of parts) {
      const { rows, lanes } = part.read(question.metric)
      const own = selection.groupsOf(part)
      let groups = own
      if (placeOf) {
        groups = placed.get(own) ?? own.map((group) => (group < 0 ? -1 : (placeOf[group] as number)))
        placed.set(own, groups)
      }
      sums.add(
        isHourly ? { ...rows, hours: part.hours() } : rows,
        factors ? factors.scaled(part, rows, lanes) : lanes,
        { groups, bins: bins.of(part.month, part.mask), stride },
      )
    }
    return sums
  }
  return { scan, isRounded: factors !== null }
}

function keptCells(source: Source, count: number): Cells {
  const stride = source.bins.all.length
  const isHourly = source.question.step === 'hour'
  const sums = createScan(source).scan({ count, bins: source.bins, stride, isHourly })
  const femtos = (group: number, bin: number): bigint => sums.femtos(group * stride + bin)
  return {
    stride,
    lines: linesOf(sums, count, stride),
    femtos,
    total: (group) => sumOf(stride, (bin) => femtos(group, bin)),
    roughly: () => sums.roughly(stride),
    heaps: (heapOf, heaps) => sums.heaps(heapOf, heaps, stride),
    linesByBin() {
      const lines = new Int32Array(stride)
      for (let slot = 0; slot < sums.lines.length; slot += 1)
        lines[slot % stride] = (lines[slot % stride] as number) + (sums.lines[slot] as number)
      return lines
    },
    ahead: () => undefined,
  }
}

function sumOf(count: number, of: (at: number) => bigint): bigint {
  let sum = 0n
  for (let at = 0; at < count; at += 1) sum += of(at)
  return sum
}

function linesOf(sums: Sums, count: number, stride: number): Int32Array {
  if (stride === 1) return sums.lines
  const lines = new Int32Array(count)
  for (let group = 0, slot = 0; group < count; group += 1) {
    let own = 0
    for (const end = slot + stride; slot < end; slot += 1) own += sums.lines[slot] as number
    lines[group] = own
  }
  return lines
}

function scannedCells(source: Source, count: number, most: number): Cells {
  const { bins } = source
  const stride = bins.all.length
  const isHourly = source.question.step === 'hour'
  const { scan, isRounded } = createScan(source)
  const totals = scan({ count, bins: together(bins), stride: 1, isHourly: false })
  let block: { placeOf: Int32Array; sums: Sums } | null = null

  function look(groups: readonly number[]): { placeOf: Int32Array; sums: Sums } {
    const placeOf = new Int32Array(count).fill(-1)
    for (const [place, group] of groups.entries()) placeOf[group] = place
    block = { placeOf, sums: scan({ placeOf, count: groups.length, bins, stride, isHourly }) }
    return block
  }

  function beside(group: number): number[] {
    const some = Math.max(1, Math.min(SIDE_BY_SIDE, Math.floor(most / stride)))
    return Array.from({ length: Math.min(some, count - group) }, (_, at) => group + at)
  }

  /** Rounded figures are added up as they are told, some bins at a time. */
  function roundedHeaps(heapOf: Int32Array, heaps: number): bigint[] {
    const found = new Array<bigint>(heaps * stride).fill(0n)
    const least = isHourly ? HOURS : 1
    const width = Math.max(1, Math.floor(most / count / least)) * least
    for (let first = 0; first < stride; first += width) {
      const own = Math.min(width, stride - first)
      const sums = scan({ count, bins: someOf(bins, first, own), stride: own, isHourly })
      for (const [at, sum] of sums.heaps(heapOf, heaps, own).entries())
        found[Math.floor(at / own) * stride + first + (at % own)] = sum
    }
    return found
  }

  function femtos(group: number, bin: number): bigint {
    const known = block && (block.placeOf[group] as number) >= 0 ? block : look(beside(group))
    return known.sums.femtos((known.placeOf[group] as number) * stride + bin)
  }

  return {
    stride,
    lines: totals.lines,
    femtos,
    total: (group) => (isRounded ? sumOf(stride, (bin) => femtos(group, bin)) : totals.femtos(group)),
    roughly: () => totals.roughly(),
    heaps(heapOf, heaps) {
      if (isRounded) return roundedHeaps(heapOf, heaps)
      const sums = scan({ placeOf: heapOf, count: heaps, bins, stride, isHourly })
      return Array.from({ length: heaps * stride }, (_, slot) => sums.femtos(slot))
    },
    linesByBin: () => scan({ placeOf: new Int32Array(count), count: 1, bins, stride, isHourly }).lines,
    ahead(groups) {
      if (groups.length > 0) look(groups.slice(0, Math.max(1, Math.floor(most / stride))))
    },
  }
}

/** All days as one bin. */
const together = (bins: Bins): Pick<Bins, 'of'> => ({
  of: (month, mask) => bins.of(month, mask).map((bin) => (bin < 0 ? -1 : 0)),
})

const someOf = (bins: Bins, first: number, count: number): Pick<Bins, 'of'> => ({
  of: (month, mask) =>
    bins.of(month, mask).map((bin) => (bin < first || bin >= first + count ? -1 : bin - first)),
})

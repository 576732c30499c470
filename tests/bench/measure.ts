export type Spread = { p50: number; p95: number; worst: number }

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (q: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), worst: at(1) }
}

export async function sample(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < count; i += 1) {
    const from = performance.now()
    await work()
    samples.push(performance.now() - from)
  }
  return samples
}

export type Row = { what: string; measured: number; unit: string; ceiling: number; note?: string }

/** One line a figure: what was measured, the ceiling, and their ratio (below 1 is within it). */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  for (const { what, measured, unit, ceiling, note } of rows) {
    const ratio = (measured / ceiling).toFixed(2)
    const figure = `${measured.toFixed(measured < 10 ? 2 : 0)} ${unit}`.padStart(12)
    console.log(
      `  ${what.padEnd(42)}${figure}   ceiling ${ceiling} ${unit}   ratio ${ratio}${note ? `   ${note}` : ''}`,
    )
  }
}

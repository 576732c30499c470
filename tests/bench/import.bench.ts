import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { writeFocusCsv } from './focus-generator.ts'
import { printRows, type Row, spreadOf } from './measure.ts'

const SQLITE = '/usr/bin/sqlite3'
const PEAK_MB = 600

/** Seconds that the others took, times these, are the ceilings. */
type Size = { rows: number; runs: number; ofSqlite: number; ofDuckdb: number }
const sizes: readonly Size[] = [
  { rows: 1_000_000, runs: 3, ofSqlite: 0.6, ofDuckdb: 1.2 },
  { rows: 5_000_000, runs: 1, ofSqlite: 0.5, ofDuckdb: 1 },
]

type Ours = { wholeMs: number; peakMb: number; rowsKept: number }

/**
 * A FOCUS table into the store, with everything that an import does, against the same file into one table of texts by
 * sqlite3 and into a table by DuckDB, one after another in the same run. `ROWS=` for another size.
 */
export async function importBench(): Promise<void> {
  const asked = Number(process.env.ROWS ?? 0)
  const chosen = asked > 0 ? [{ ...(sizes[0] as Size), rows: asked }] : sizes
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-bench-'))
  const program = resolve('out', `bench-${process.pid}`)
  try {
    await buildChild(program)
    for (const size of chosen) await measure(size, folder, program)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(program, { recursive: true, force: true })
  }
}

async function measure(
  { rows, runs, ofSqlite, ofDuckdb }: Size,
  folder: string,
  program: string,
): Promise<void> {
  const file = join(folder, `focus-${rows}.csv`)
  writeFocusCsv(file, rows)
  const taken = { ours: [] as number[], sqlite: [] as number[], duckdb: [] as number[], peak: [] as number[] }
  const hasSqlite = existsSync(SQLITE)
  for (let run = 0; run < runs; run += 1) {
    const own = join(folder, `run-${run}`)
    mkdirSync(own)
    const ours = await importOurs(program, own, file)
    if (ours.rowsKept !== rows) throw new Error(`${ours.rowsKept} of ${rows} rows were kept`)
    taken.ours.push(ours.wholeMs / 1000)
    taken.peak.push(ours.peakMb)
    if (hasSqlite) taken.sqlite.push(await importBySqlite(own, file))
    taken.duckdb.push(await importByDuckdb(own, file))
    rmSync(own, { recursive: true, force: true })
  }
  rmSync(file)
  const median = (samples: readonly number[]): number => spreadOf(samples).p50
  const against = (what: string, other: number, of: number): Row => ({
    what,
    measured: median(taken.ours),
    unit: 's',
    ceiling: Number((other * of).toFixed(1)),
    note: `${of} of its ${other.toFixed(1)} s`,
  })
  printRows(`Import of FOCUS, ${rows.toLocaleString('en')} rows of 43 columns (median of ${runs})`, [
    ...(hasSqlite ? [against('against sqlite3 .import as text', median(taken.sqlite), ofSqlite)] : []),
    against('against DuckDB read_csv into a table', median(taken.duckdb), ofDuckdb),
    { what: 'memory at its peak', measured: Math.max(...taken.peak), unit: 'MB', ceiling: PEAK_MB },
  ])
  if (!hasSqlite) console.log(`  There is no ${SQLITE} here to compare with.`)
}

async function importOurs(program: string, folder: string, file: string): Promise<Ours> {
  return JSON.parse(await run(process.execPath, [join(program, 'import-child.js'), folder, file]))
}

async function importBySqlite(folder: string, file: string): Promise<number> {
  const from = performance.now()
  await run(SQLITE, [join(folder, 'sqlite.db'), '-cmd', '.mode csv', `.import ${file} lines`])
  return (performance.now() - from) / 1000
}

async function importByDuckdb(folder: string, file: string): Promise<number> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(join(folder, 'duck.db'))
  const connection = await instance.connect()
  const from = performance.now()
  await connection.run(`create table lines as select * from read_csv('${file.replaceAll("'", "''")}')`)
  const seconds = (performance.now() - from) / 1000
  connection.closeSync()
  instance.closeSync()
  return seconds
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
  return said
}

/** Our import as a process of its own, built as the product is, so that its memory is its own. */
async function buildChild(outDir: string): Promise<void> {
  const external = ['better-sqlite3', '@napi-rs/keyring']
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { 'import-child': 'tests/bench/import-child.ts', reader: 'main/importers/thread/entry.ts' },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external },
  })
}

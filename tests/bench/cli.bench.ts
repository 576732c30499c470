import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printRows, spreadOf } from './measure.ts'

const RUNS = 11
const CEILING_MS = 400

/** From the start of the process to the first byte that it says, in milliseconds. */
async function firstByte(words: readonly string[]): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, ['out/main/cli.js', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  const ms = performance.now() - from
  child.stdout.resume()
  await ended
  return ms
}

/** Commands of a scheduler and of a person who waits, on a store with the demo company. */
export async function cliBench(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'infrazen-cli-bench-'))
  const at = ['--data', data, '--now', '2026-11-20T09:00:00Z']
  try {
    await firstByte(['demo', ...at])
    const rows = []
    for (const words of [['--help'], ['status', ...at], ['reconcile', '--month', '2026-10', ...at]]) {
      const samples: number[] = []
      for (let run = 0; run < RUNS; run += 1) samples.push(await firstByte(words))
      const measured = spreadOf(samples).p50
      rows.push({ what: `${words[0]}: start to first byte, p50`, measured, unit: 'ms', ceiling: CEILING_MS })
    }
    printRows(`The command line (${RUNS} runs each, a store with the demo company)`, rows)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

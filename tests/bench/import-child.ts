import { readFileSync } from 'node:fs'
import { openImportDesk } from '#tests/support/import-desk.ts'

/** Imports one file into an empty store, commits it, and says how long it took and how much memory it had at most. */
const [folder = '', file = ''] = process.argv.slice(2)
const desk = await openImportDesk(folder)
const from = performance.now()
const { id, status, problem, rowsKept } = await desk.read(file)
if (status !== 'ready') throw new Error(`not read: ${JSON.stringify(problem)}`)
const readMs = performance.now() - from
desk.imports.commit(desk.session, { id, mode: 'replace' })
const wholeMs = performance.now() - from
const peakKb = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
const cpuMs = process.cpuUsage().user / 1000
process.stdout.write(
  `${JSON.stringify({ readMs, wholeMs, cpuMs, peakMb: Number(peakKb) / 1024, rowsKept })}\n`,
)
await desk.close()

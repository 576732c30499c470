import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { allocationBench } from './allocation.bench.ts'
import { cliBench } from './cli.bench.ts'
import { dashboardBench } from './dashboard.bench.ts'
import { explorerPageBench } from './explorer-page.bench.ts'
import { exportBench } from './export.bench.ts'
import { historyBench } from './history.bench.ts'
import { importBench } from './import.bench.ts'
import { ledgerBench } from './ledger.bench.ts'
import { reportBriefBench } from './report-brief.bench.ts'
import { reportPagesBench } from './report-pages.bench.ts'
import { reportSheetsBench } from './report-sheets.bench.ts'
import { resourcesBench } from './resources.bench.ts'
import { startBench } from './start.bench.ts'
import { accountsBench, greatAccountBench } from './sync.bench.ts'
import { transferBench } from './transfer.bench.ts'

/** `npm run bench`: every figure with its ceiling and the ratio; `npm run bench -- start` runs one. */
const benches = {
  start: startBench,
  cli: cliBench,
  dashboard: dashboardBench,
  history: historyBench,
  resources: resourcesBench,
  accounts: accountsBench,
  great: greatAccountBench,
  import: importBench,
  export: exportBench,
  ledger: ledgerBench,
  allocation: allocationBench,
  'explorer-page': explorerPageBench,
  'report-brief': reportBriefBench,
  'report-pages': reportPagesBench,
  'report-sheets': reportSheetsBench,
  transfer: transferBench,
}

const wanted = process.argv.slice(2).filter((arg) => Object.hasOwn(benches, arg))
const names = (wanted.length > 0 ? wanted : Object.keys(benches)) as (keyof typeof benches)[]

await buildStale(createTerminal(process.env))
console.log(`InfraZen bench: Node ${process.version}, ${process.platform}-${process.arch}`)
for (const name of names) await benches[name]()

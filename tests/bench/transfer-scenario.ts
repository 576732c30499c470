import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import type { Caller } from '#main/ports/ports.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { openOrganisation } from '#tests/support/organisation.ts'
import { fillLedger } from './ledger-fill.ts'
import { type Spread, spreadOf } from './measure.ts'

const CALLER: Caller = { host: 'cli', clientKey: 'owner-of-the-store' }
const PASSPHRASE = 'сирень звонит поезду утром'
const MB = 1_048_576
const PAUSE_MS = 5

export type Step = {
  step: 'make' | 'open' | 'merge'
  lines: number
  seconds: number
  megabytes: number
  /** How long a call waited that came in the middle. */
  waits: Spread
  /** How much more memory was resident at most than before. */
  grownMb: number
}

/** A whole ledger as a parcel, from one store into another, while somebody goes on asking. */
export async function runTransferScenario(rows: number): Promise<Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-transfer-'))
  try {
    for (const name of ['sender', 'receiver']) mkdirSync(join(folder, name))
    const sender = await fillLedger(join(folder, 'sender'), rows, () => undefined)
    const receiver = { ...testPorts(join(folder, 'receiver')), checksOutputs: false }
    await (await openOrganisation(receiver)).close()
    const path = join(folder, 'all.izdata')
    const steps: Step[] = []

    const from = await open(sender)
    const months = (await from.ask('transfer.list', {})).months.map(({ month }) => month)
    steps.push(
      await from.measure('make', async () => {
        const { id } = await from.ask('transfer.start', { months, passphrase: PASSPHRASE })
        for (;;) {
          const item = (await from.ask('ledger.listExports', {})).items.find((one) => one.id === id)
          if (item?.status === 'failed') throw new Error(JSON.stringify(item.problem))
          if (item?.status === 'done') {
            copyFileSync(join(sender.paths.exportsFolder, `${id}.izdata`), path)
            return item.lines
          }
          await wait(PAUSE_MS)
        }
      }),
    )
    await from.close()

    const to = await open(receiver)
    const parcel = { token: receiver.inbox.give(path).token, passphrase: PASSPHRASE }
    steps.push(
      await to.measure('open', async () => {
        const seen = await to.ask('transfer.open', parcel)
        return seen.months.reduce((sum, { lines }) => sum + lines, 0)
      }),
      await to.measure('merge', async () => (await to.ask('transfer.merge', { ...parcel, months })).lines),
    )
    await to.close()
    return steps.map((step) => ({ ...step, megabytes: statSync(path).size / MB }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(ports: Parameters<typeof createBackend>[0]) {
  const backend: Backend = await createBackend(ports)
  async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const envelope = await backend.call(name, input, CALLER)
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
    return envelope.value as CallOutput<N>
  }
  await ask('people.signInAsSystem', {})

  async function measure(step: Step['step'], work: () => Promise<number>): Promise<Step> {
    const beforeBytes = process.memoryUsage.rss()
    let mostBytes = beforeBytes
    let isOver = false
    const began = performance.now()
    const done = work().finally(() => {
      isOver = true
    })
    const waits: number[] = []
    while (!isOver) {
      await wait(PAUSE_MS)
      const asked = performance.now()
      await ask('app.getState', {})
      waits.push(performance.now() - asked)
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
    }
    const lines = await done
    const seconds = (performance.now() - began) / 1000
    const grownMb = (mostBytes - beforeBytes) / MB
    return { step, lines, seconds, megabytes: 0, waits: spreadOf(waits), grownMb }
  }
  return { ask, measure, close: () => backend.close() }
}

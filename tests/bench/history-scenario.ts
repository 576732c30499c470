import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { money } from '#main/core/money/money.ts'
import { billed, listed } from '#tests/support/look.ts'
import { engineOver, quietCloud } from '#tests/support/scripted-cloud.ts'

type Options = { resources: number; syncs: number; churn: number }

const HOUR = 3_600_000
const SCOPE = 'servers/ru-1'

/** The whole engine, look after look; only the provider's answers come from memory, so that its way is not measured. */
export async function runHistoryScenario({ resources, syncs, churn }: Options) {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-history-'))
  const cloud = quietCloud()
  const items = Array.from({ length: resources }, (_, index) => serverAt(index, 0))
  cloud.scopes.set(SCOPE, items)
  cloud.billed = items.map((_, index) => rateAt(index, 0))
  const engine = await engineOver(cloud, folder)
  const look = async (): Promise<number> => {
    const from = performance.now()
    const end = await engine.look()
    if (end !== 'done') throw new Error(`a look ended as ${end}`)
    return performance.now() - from
  }
  try {
    await look()
    const startBytes = engine.store.fileBytes()
    const step = Math.round(resources * churn)
    const times: number[] = []
    let changedBytes = 0
    for (let n = 1; n <= syncs; n += 1) {
      for (let k = 0; k < step; k += 1) {
        const index = (n * step + k) % resources
        items[index] = serverAt(index, n)
        cloud.billed[index] = rateAt(index, n)
        changedBytes += JSON.stringify([items[index], cloud.billed[index]], withoutBigints).length
      }
      engine.ports.clock.advance(HOUR)
      times.push(await look())
    }
    return {
      grownBytes: engine.store.fileBytes() - startBytes,
      changedBytes,
      secondMs: times[1] ?? Number.NaN,
      lastMs: times.at(-1) ?? Number.NaN,
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const withoutBigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value

const serverAt = (index: number, generation: number) =>
  listed(`srv-${index}`, 'server', {
    name: `server-${index}`,
    attributes: { vcpu: 4 + (generation % 3), ramGb: 8, diskGb: 40, address: '192.0.2.1' },
    tags: [{ key: 'team', value: `team-${index % 20}` }],
    raw: JSON.stringify({
      id: `srv-${index}`,
      generation,
      status: 'ACTIVE',
      flavor: { vcpus: 4, ram: 8192 },
    }),
  }).item

const rateAt = (index: number, generation: number) =>
  billed(`srv-${index}`, {
    price: { amount: money(`1.${String(10 + ((index + generation) % 50))}`, 'RUB'), period: 'hour' },
    raw: JSON.stringify({ object: `srv-${index}`, value: 100 + generation }),
  })

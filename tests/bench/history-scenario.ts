import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import { openStore } from '#main/store/open.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { insertWorkspace } from '#main/store/repos/people.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { testPorts } from '#tests/fakes/ports.ts'

type Options = { resources: number; syncs: number; churn: number }

const HOUR = 3_600_000

export async function runHistoryScenario({ resources, syncs, churn }: Options) {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-history-'))
  const ports = testPorts(folder)
  const store = await openStore(ports)
  try {
    const atMs = ports.clock.nowMs()
    store.transaction((db) => {
      insertWorkspace(db, {
        id: 'w',
        name: 'Bench',
        kind: 'real',
        currency: 'RUB',
        timeZone: 'UTC',
        createdAtMs: atMs,
      })
      insertConnection(db, {
        id: 'c',
        workspaceId: 'w',
        provider: 'selectel',
        name: 'Bench',
        accountRef: '1',
        status: 'active',
        config: {},
        addedAtMs: atMs,
      })
    })
    const found = Array.from({ length: resources }, (_, i) => server(i, 0))
    const sync = (at: number): number => {
      const from = performance.now()
      store.transaction((db) =>
        recordSnapshot(db, {
          workspaceId: 'w',
          connectionId: 'c',
          startedAtMs: at,
          finishedAtMs: at + 1000,
          found,
        }),
      )
      return performance.now() - from
    }
    sync(atMs)
    const startBytes = store.fileBytes()
    const step = Math.round(resources * churn)
    const times: number[] = []
    let changedBytes = 0
    for (let n = 1; n <= syncs; n += 1) {
      for (let k = 0; k < step; k += 1) {
        const index = (n * step + k) % resources
        const changed = server(index, n)
        found[index] = changed
        changedBytes += JSON.stringify(changed, (_, v) => (typeof v === 'bigint' ? String(v) : v)).length
      }
      times.push(sync(atMs + n * HOUR))
    }
    return {
      grownBytes: store.fileBytes() - startBytes,
      changedBytes,
      secondMs: times[1] ?? Number.NaN,
      lastMs: times.at(-1) ?? Number.NaN,
    }
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function server(index: number, generation: number): ResourceState {
  return {
    externalId: `srv-${index}`,
    name: `server-${index}`,
    type: 'server',
    service: 'Облачные серверы',
    region: 'ru-1',
    zone: null,
    status: 'running',
    owner: null,
    project: null,
    businessUnit: null,
    environment: 'prod',
    price: { amount: money(String(1000 + ((index + generation) % 500)), 'RUB'), period: 'month' },
    attributes: { vcpu: 4 + (generation % 3), ramGb: 8, diskGb: 40, address: '192.0.2.1' },
    tags: [{ key: 'team', value: `team-${index % 20}` }],
  }
}

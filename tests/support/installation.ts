import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '#shared/contract/index.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { openOrganisation } from './organisation.ts'
import { client } from './people.ts'

export type Installation = Awaited<ReturnType<typeof openInstallation>>

/** An organisation on a data folder of its own, with files that are brought in, made and handed over. */
export async function openInstallation(folder: string, given: TestPorts = testPorts(join(folder, 'data'))) {
  const ports = given
  const opened = await openOrganisation(ports)
  const { ask, backend } = opened
  const caller = client('owner-of-the-organisation')

  /** Looks at every event until there is something to see. */
  async function until<T>(look: () => Promise<T | null>): Promise<T> {
    const found = Promise.withResolvers<T>()
    const again = async (): Promise<void> => {
      const seen = await look()
      if (seen !== null) found.resolve(seen)
    }
    const stop = backend.subscribe(caller, () => void again().catch(found.reject))
    await again()
    return found.promise.finally(stop)
  }

  const give = (path: string): string => ports.inbox.give(path).token

  return {
    ...opened,
    ports,
    folder,
    give,
    write(name: string, content: string | Uint8Array): string {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    /** Reads a bill and lets it count. */
    async bring(path: string): Promise<number> {
      const { ids } = await ask('imports.start', { tokens: [give(path)] })
      const id = ids[0] ?? 0
      const read = await until(async () => {
        const { item } = await ask('imports.get', { id })
        return ['waiting', 'reading'].includes(item.status) ? null : item
      })
      if (read.status !== 'ready') throw new Error(`${read.status}: ${JSON.stringify(read.problem)}`)
      await ask('imports.commit', { id, mode: 'replace' })
      return id
    },
    /** Makes a parcel and lays it in this installation's folder. */
    async send(months: string[], passphrase: string, name = 'parcel.izdata'): Promise<string> {
      const { id } = await ask('transfer.start', { months, passphrase })
      const made = await until(async () => {
        const { items } = await ask('ledger.listExports', {})
        const item = items.find((one) => one.id === id)
        return item && !['waiting', 'running'].includes(item.status) ? item : null
      })
      if (made.status !== 'done') throw new Error(`${made.status}: ${JSON.stringify(made.problem)}`)
      const path = join(folder, name)
      copyFileSync(join(ports.paths.exportsFolder, `${id}.izdata`), path)
      return path
    },
    /** All lines with all their columns, in their order. */
    async lines(): Promise<CallOutput<'ledger.listLines'>['items']> {
      const filter = { from: '2026-01-01', to: '2026-12-31' } as never
      const page = { filter, sort: 'day', isDescending: false, offset: 0, limit: 500 } as const
      return (await ask('ledger.listLines', page)).items
    },
  }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportView } from '#shared/contract/imports.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { openOrganisation } from './organisation.ts'

export type Importing = Awaited<ReturnType<typeof openImporting>>

/** An organisation that files are given to, as its window would give them. */
export async function openImporting(folder: string, ports: TestPorts = testPorts(join(folder, 'data'))) {
  const organisation = await openOrganisation(ports)
  const { ask, backend } = organisation

  const tokensOf = (paths: readonly string[]): string[] => paths.map((path) => ports.inbox.give(path).token)

  const isMoving = ({ status }: ImportView): boolean => status === 'waiting' || status === 'reading'

  /** Resolves when nothing is read any more; the newest import first. */
  async function settled(): Promise<ImportView[]> {
    const { promise, resolve, reject } = Promise.withResolvers<ImportView[]>()
    const look = async (): Promise<void> => {
      const { items } = await ask('imports.list', { limit: 500 })
      if (!items.some(isMoving)) resolve(items)
    }
    const caller = { host: 'web', clientKey: 'owner-of-the-organisation' } as const
    const unsubscribe = backend.subscribe(caller, ({ name }) => {
      if (name === 'imports.progressed') look().catch(reject)
    })
    await look()
    return promise.finally(unsubscribe)
  }

  return {
    ...organisation,
    ports,
    folder,
    tokensOf,
    settled,
    write(name: string, content: string | Uint8Array): string {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    /** Reads one delivery and tells what became of it. */
    async read(...paths: string[]): Promise<ImportView> {
      const { ids } = await ask('imports.start', { tokens: tokensOf(paths) })
      const items = await settled()
      const found = items.find(({ id }) => id === ids[0])
      if (!found) throw new Error('the import is not in the list')
      return found
    },
    /** As the dashboard shows it. */
    async spent(from: string, to: string): Promise<string> {
      const period = {
        from,
        to,
        compareFrom: from,
        compareTo: to,
      } as CallInput<'dashboard.getSummary'>['period']
      return (await ask('dashboard.getSummary', { period })).spend.amount
    },
  }
}

type Cells = Partial<Record<string, string>>

/** A day of one machine; whatever a test is about is given. */
export const focusRow = (given: Cells = {}): Cells => {
  const start = given.ChargePeriodStart ?? '2026-10-05T00:00:00Z'
  const end = new Date(Date.parse(start) + 86_400_000).toISOString().replace('.000', '')
  return {
    BilledCost: '10.5',
    BillingAccountId: '111122223333',
    BillingAccountName: 'Магазин',
    BillingCurrency: 'RUB',
    BillingPeriodEnd: '2026-11-01T00:00:00Z',
    BillingPeriodStart: '2026-10-01T00:00:00Z',
    ChargeCategory: 'Usage',
    ChargeDescription: 'Сервер, сутки',
    ChargeFrequency: 'Usage-Based',
    ChargePeriodEnd: end,
    ChargePeriodStart: start,
    ConsumedQuantity: '24',
    ConsumedUnit: 'Hours',
    ContractedCost: '10.5',
    EffectiveCost: '10.5',
    ListCost: '12',
    PricingQuantity: '24',
    PricingUnit: 'Hours',
    ProviderName: 'AWS',
    PublisherName: 'AWS',
    InvoiceIssuerName: 'AWS',
    RegionId: 'eu-west-1',
    ResourceId: 'i-1',
    ServiceCategory: 'Compute',
    ServiceName: 'EC2',
    SkuId: 'sku-1',
    ...given,
  }
}

export function csvOf(
  rows: readonly Cells[],
  header: readonly string[] = Object.keys(rows[0] ?? focusRow()),
): string {
  const cell = (text = ''): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [header, ...rows.map((row) => header.map((name) => row[name]))]
    .map((cells) => `${cells.map((text) => cell(text)).join(',')}\n`)
    .join('')
}

/** So many days from the fifth of October 2026 on. */
export const focusDays = (days: number, given: Cells = {}): Cells[] =>
  Array.from({ length: days }, (_, at) =>
    focusRow({
      ChargePeriodStart: new Date(Date.UTC(2026, 9, 5 + at)).toISOString().replace('.000', ''),
      ...given,
    }),
  )

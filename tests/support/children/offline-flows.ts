import { viewSpec } from '#shared/contract/costs.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { openInstallation } from '#tests/support/installation.ts'
import { signer, someRates } from '#tests/support/izpack.ts'

/** What people do all day, in the folder named on the command line; says what it has seen of each. */
const [, , folder = ''] = process.argv
const PHRASE = 'сирень звонит поезду утром'
const place = await openInstallation(folder)
const { ask } = place
const seen: Record<string, unknown> = {}

await place.bring(place.write('bill.csv', focusText([{}, { BilledCost: '20' }])))
const spec = viewSpec.parse({})
const period = {
  from: '2026-05-01',
  to: '2026-05-31',
  compareFrom: '2026-04-01',
  compareTo: '2026-04-30',
} as Parameters<typeof ask<'dashboard.getSummary'>>[1]['period']
await ask('dashboard.getSummary', { period })
await ask('explorer.getChart', { spec })
seen.lines = (await place.lines()).length

const vendor = signer(folder)
await ask('packages.addKey', { name: 'Поставщик', publicKeyPem: vendor.publicPem })
seen.package = (await ask('packages.load', { token: place.give(vendor.make('rates', someRates('80'))) })).kind

const path = await place.send(['2026-05'], PHRASE)
const parcel = { token: place.give(path), passphrase: PHRASE }
seen.sender = (await ask('transfer.open', parcel)).sender
seen.merged = (await ask('transfer.merge', { ...parcel, months: ['2026-05'] })).lines

seen.backup = (await ask('backups.add', {})).bytes > 0
await ask('network.update', { isOffline: true })
place.backend.startDue()
await ask('people.startDemo', {})
const demo = await ask('ledger.getTotals', {
  filter: { from: '2026-09-01', to: '2026-10-31' },
} as Parameters<typeof ask<'ledger.getTotals'>>[1])
seen.demo = demo.lines > 0
await place.close()
process.stdout.write(JSON.stringify({ ...seen, data: place.ports.paths.dataFolder }))

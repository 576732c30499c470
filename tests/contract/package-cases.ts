import { generateKeyPairSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sealPackage } from '#main/services/packages/container.ts'
import { sealParcel } from '#main/services/transfer/seal.ts'
import { keyFields } from '#tests/support/parcels.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const passphrase = 'сирень звонит поезду утром'
const months = ['2026-05']

const detail = {
  invoiceId: null,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
}
const records = [
  {
    is: 'parcel',
    id: 'p1',
    organisation: 'Филиал',
    madeAtMs: Date.UTC(2026, 10, 1),
    accounts: [{ provider: 'selectel', accountRef: 'account', name: 'Филиал', vat: null }],
  },
  { is: 'part', account: 0, month: '2026-05', until: '2026-05-31' },
  { is: 'key', fields: keyFields() },
  { is: 'detail', detail },
  [0, 0, Date.UTC(2026, 4, 4, 9), 3_600_000, 2, '1.5', '1.5', '1.5', '1.5', null, null, null],
  { is: 'end', lines: 1, billed: [['RUB', '1.5']] },
  { is: 'done' },
]

async function* packed(): AsyncGenerator<Buffer> {
  yield gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

/** A package and a parcel of one signer, for the host to be given: where each lies, by the name of its token. */
export async function carriedFiles(folder: string): Promise<{ packageToken: string; parcelToken: string }> {
  const packageToken = join(folder, 'licence.izpack')
  const parcelToken = join(folder, 'may.izdata')
  const facts = { kind: 'licence', name: 'Лицензия', version: '1', madeAtMs: Date.UTC(2026, 10, 1) } as const
  const licence = { holder: 'ООО «Ромашка»', until: '2027-12-31' }
  writeFileSync(packageToken, sealPackage(facts, licence, privateKey))
  const how = { passphrase, cost: { n: 16, r: 1, p: 1 }, privateKey, path: parcelToken }
  if (!existsSync(parcelToken)) await sealParcel(packed(), how)
  return { packageToken, parcelToken }
}

const parcel = (seen: Seen) => ({ token: String(seen.parcelToken), passphrase })

/** What is carried by hand: keys that are believed, files that are not there, and who may ask. */
export const packageCases: Case[] = [
  ok('keeper', 'packages.list', {}),
  ok('viewer', 'packages.list', {}),
  refused('stranger', 'packages.list', {}, 'auth.required', 'not signed in'),
  ok('keeper', 'packages.addKey', { name: 'Поставщик', publicKeyPem: pem }),
  refused(
    'keeper',
    'packages.addKey',
    { name: 'Другой', publicKeyPem: pem },
    'package.keyTaken',
    'it is here',
  ),
  refused('viewer', 'packages.addKey', { name: 'Ключ', publicKeyPem: pem }, 'auth.forbidden', 'a viewer'),
  refused(
    'anna',
    'packages.addKey',
    { name: 'Ключ', publicKeyPem: pem },
    'settings.notKeeper',
    'not the house’s',
  ),
  refused('guest', 'packages.addKey', { name: 'Ключ', publicKeyPem: pem }, 'demo.noConnections', 'a guest'),
  ok('keeper', 'packages.load', (seen) => ({ token: String(seen.packageToken) })),
  refused('keeper', 'packages.load', { token: 'none' }, 'import.noFile', 'nothing was given'),
  ok('keeper', 'packages.removeKey', (seen) => ({ id: (seen['packages.addKey'] as { id: string }).id })),
  refused('keeper', 'packages.removeKey', { id: 'none' }, 'package.keyNotFound', 'there is none'),
  ok('olga', 'transfer.list', {}),
  refused('viewer', 'transfer.start', { months: ['2026-10'], passphrase }, 'auth.forbidden', 'a viewer'),
  refused(
    'guest',
    'transfer.start',
    { months: ['2026-10'], passphrase },
    'transfer.demo',
    'the demo company',
  ),
  refused(
    'olga',
    'transfer.start',
    { months: ['2026-10'], passphrase: '12345678' },
    'transfer.weakPassphrase',
    'weak',
  ),
  refused('olga', 'transfer.start', { months: ['1999-01'], passphrase }, 'transfer.noLines', 'no bills'),
  refused('olga', 'transfer.open', { token: 'none', passphrase }, 'import.noFile', 'nothing was given'),
  refused(
    'olga',
    'transfer.merge',
    { token: 'none', passphrase, months: ['2026-10'] },
    'import.noFile',
    'nothing was given',
  ),
  ok('olga', 'transfer.open', parcel),
  ok('olga', 'transfer.merge', (seen) => ({ ...parcel(seen), months })),
  ok('olga', 'transfer.start', { months, passphrase }),
]

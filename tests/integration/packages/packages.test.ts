import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors/app-error.ts'
import { type Installation, openInstallation } from '#tests/support/installation.ts'
import { signer, someRates } from '#tests/support/izpack.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let place: Installation
let vendor: ReturnType<typeof signer>

beforeEach(async () => {
  const folder = tempFolder()
  place = await openInstallation(folder)
  vendor = signer(folder)
})
afterEach(() => place.close())

const load = (path: string) => place.ask('packages.load', { token: place.give(path) })
const trust = () => place.ask('packages.addKey', { name: 'Поставщик', publicKeyPem: vendor.publicPem })
const codeOf = (failed: Promise<unknown>) =>
  failed.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
/** Dollars of both months, by the day that each was set for. */
const ratesOf = async (): Promise<string[][]> => {
  const found = new Map<string, string>()
  for (const month of ['2026-09', '2026-10'])
    for (const { rates } of (await place.ask('rates.list', { month, currencies: ['USD'] })).days)
      for (const rate of rates) if (rate) found.set(rate.day, rate.value)
  return [...found].sort()
}

describe('a key', () => {
  it('is believed from the moment that a person has added it, and no longer', async () => {
    expect(await place.ask('packages.list', {})).toEqual({ items: [], keys: [] })
    const path = vendor.make('licence', { holder: 'ООО «Ромашка»', until: '2027-12-31' })
    expect(await codeOf(load(path))).toBe('package.unknownKey')
    const { id, fingerprint } = await trust()
    expect(fingerprint).toBe(vendor.fingerprint)
    expect((await place.ask('packages.list', {})).keys).toMatchObject([{ name: 'Поставщик', fingerprint }])
    expect(await load(path)).toMatchObject({ kind: 'licence', keyName: 'Поставщик', isCurrent: true })
    await place.ask('packages.removeKey', { id })
    const next = vendor.make('licence', { holder: 'ООО «Ромашка»', until: '2028-12-31' })
    expect(await codeOf(load(next))).toBe('package.unknownKey')
  })

  it('is added once, whole, and never from its private half', async () => {
    await trust()
    expect(await codeOf(trust())).toBe('package.keyTaken')
    const add = (publicKeyPem: string) =>
      codeOf(place.ask('packages.addKey', { name: 'Другой', publicKeyPem }))
    expect(await add(vendor.privatePem)).toBe('package.badKey')
    expect(await add(`${vendor.publicPem.slice(0, 50)}…`)).toBe('package.badKey')
    expect(await codeOf(place.ask('packages.removeKey', { id: 'none' }))).toBe('package.keyNotFound')
  })
})

describe('a package of rates', () => {
  it('takes the way of the Bank’s own: into every organisation, closed months apart', async () => {
    await trust()
    await load(vendor.make('rates', someRates('80')))
    await place.ask('months.close', { month: '2026-09', note: null } as never)
    const loaded = await load(vendor.make('rates', someRates('81.5')))
    expect(loaded.facts).toEqual({
      rates: 2,
      currencies: 'USD',
      from: '2026-09-15',
      until: '2026-10-15',
      added: 0,
      changed: 1,
      frozen: 1,
    })
    expect(await ratesOf()).toEqual([
      ['2026-09-15', '80'],
      ['2026-10-15', '81.5'],
    ])
  })

  it('changes nothing where it is older than what is here, or the same once more', async () => {
    await trust()
    const old = vendor.make('rates', someRates('70'))
    const fresh = vendor.make('rates', someRates('80'))
    const first = await load(fresh)
    expect((await load(fresh)).id).toBe(first.id)
    expect(await codeOf(load(old))).toBe('package.older')
    expect((await place.ask('packages.list', {})).items).toHaveLength(1)
    expect((await ratesOf()).map(([, value]) => value)).toEqual(['80', '80'])
  })

  it('is all of it or nothing', async () => {
    await trust()
    const rates = [
      ['USD', '2026-09-15', 1, '80'],
      ['USD', '2026-09-15', 1, '81'],
    ]
    expect(await codeOf(load(vendor.make('rates', { rates })))).toBe('rates.contradictory')
    const broken = [
      ['USD', '2026-09-15', 1, '80'],
      ['USD', '2026-09-16', 1, 'восемьдесят'],
    ]
    expect(await codeOf(load(vendor.make('rates', { rates: broken })))).toBe('package.badContent')
    expect(await ratesOf()).toEqual([])
    expect((await place.ask('packages.list', {})).items).toEqual([])
  })
})

describe('packages of other kinds', () => {
  it('are kept and told of', async () => {
    await trust()
    const price = { provider: 'selectel', sku: 'vcpu', name: 'vCPU', unit: 'час', price: '1.25' }
    const prices = await load(vendor.make('prices', { currency: 'RUB', items: [price] }))
    expect(prices.facts).toEqual({ items: 1, providers: 'selectel', currency: 'RUB' })
    const years = [{ year: 2027, daysOff: ['2027-01-01'], workedWeekend: [] }]
    const calendars = await load(vendor.make('calendars', { country: 'RU', years }))
    expect(calendars.facts).toEqual({ country: 'RU', years: '2027' })
    const files = [{ name: 'InfraZen-1.2.AppImage', sha256: 'a'.repeat(64) }]
    const release = await load(vendor.make('updates', { version: '1.2', notes: 'Что нового', files }))
    expect(release.release).toEqual({ notes: 'Что нового', files })
  })

  it('show only the latest of a kind and name as current', async () => {
    await trust()
    await load(vendor.make('licence', { holder: 'А', until: '2026-12-31' }))
    await load(vendor.make('licence', { holder: 'А', until: '2027-12-31' }))
    await load(vendor.make('licence', { holder: 'Б', until: '2027-12-31' }, { name: 'Другая' }))
    const { items } = await place.ask('packages.list', {})
    expect(items.map(({ facts, isCurrent }) => [facts.until, isCurrent])).toEqual([
      ['2027-12-31', true],
      ['2027-12-31', true],
      ['2026-12-31', false],
    ])
  })
})

describe('a file that is no package', () => {
  it('is refused with the reason', async () => {
    await trust()
    const path = vendor.make('licence', { holder: 'А', until: '2026-12-31' })
    const bytes = readFileSync(path)
    const changed = Buffer.from(bytes)
    changed.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
    expect(await codeOf(load(place.write('a.izpack', changed)))).toBe('package.badSignature')
    expect(await codeOf(load(place.write('b.izpack', bytes.subarray(0, 200))))).toBe('package.damaged')
    expect(await codeOf(load(place.write('rates.csv', 'day,rate\n')))).toBe('package.notAPackage')
    expect(await codeOf(load(place.write('empty.izpack', '')))).toBe('package.notAPackage')
    expect(await codeOf(place.ask('packages.load', { token: 'x'.repeat(20) }))).toBe('import.noFile')
  })
})

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallOutput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { type Installation, openInstallation } from '#tests/support/installation.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const PHRASE = 'сирень звонит поезду утром'

let sender: Installation
let receiver: Installation

beforeEach(async () => {
  sender = await openInstallation(tempFolder())
  receiver = await openInstallation(tempFolder())
})
afterEach(async () => {
  await sender.close()
  await receiver.close()
})

const may = (more: Parameters<typeof focusText>[0][number] = {}) => more
const june = {
  BillingPeriodStart: '2026-06-01T00:00:00Z',
  BillingPeriodEnd: '2026-07-01T00:00:00Z',
  ChargePeriodStart: '2026-06-10T00:00:00Z',
  ChargePeriodEnd: '2026-06-11T00:00:00Z',
}

const bill = focusText([
  may({ BilledCost: '10.000000000000001', x_Note: 'первая' }),
  may({ BilledCost: '-3.33', ResourceId: 'r-2', Tags: '"{""team"":""склад""}"' }),
  may({
    BilledCost: '0.1',
    ChargePeriodStart: '2026-05-20T10:00:00Z',
    ChargePeriodEnd: '2026-05-20T11:00:00Z',
  }),
  { ...june, BilledCost: '700', BillingAccountId: 'acc-2', BillingAccountName: 'Second' },
])

/** Without what is each store's own: numbers of lines, of connections and of imports. */
const told = (items: CallOutput<'ledger.listLines'>['items']) =>
  items.map((item) =>
    Object.fromEntries(
      Object.entries(item).filter(([name]) => !/^(id|connectionId|importId|importName)$/.test(name)),
    ),
  )

const merge = (path: string, months: string[], more: object = {}) =>
  receiver.ask('transfer.merge', { token: receiver.give(path), passphrase: PHRASE, months, ...more })
const open = (path: string, passphrase = PHRASE) =>
  receiver.ask('transfer.open', { token: receiver.give(path), passphrase })
const codeOf = (failed: Promise<unknown>) =>
  failed.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

describe('months that travel', () => {
  it('arrive line by line with every column, to the last digit', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const path = await sender.send(['2026-05', '2026-06'], PHRASE)
    const seen = await open(path)
    expect(seen).toMatchObject({ organisation: 'Ромашка', sender: 'new' })
    expect(seen.months).toEqual([
      { month: '2026-06', lines: 1, billed: [{ currency: 'RUB', amount: '700' }], state: 'new' },
      {
        month: '2026-05',
        lines: 3,
        billed: [{ currency: 'RUB', amount: '6.770000000000001' }],
        state: 'new',
      },
    ])
    expect(seen.accounts.map(({ key, connectionName }) => [key, connectionName])).toEqual([
      ['aws/acc-1', null],
      ['aws/acc-2', null],
    ])
    expect(await receiver.lines()).toEqual([])
    expect(await merge(path, ['2026-05', '2026-06'])).toEqual({
      added: 2,
      replaced: 0,
      same: 0,
      older: 0,
      lines: 4,
    })
    expect(told(await receiver.lines())).toEqual(told(await sender.lines()))
  })

  it('are taken only where they were chosen', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const path = await sender.send(['2026-05', '2026-06'], PHRASE)
    await merge(path, ['2026-06'])
    expect((await receiver.lines()).map(({ day }) => day)).toEqual(['2026-06-10'])
  })

  it('change nothing when they come a second time, in the same parcel or in another', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const path = await sender.send(['2026-05'], PHRASE)
    await merge(path, ['2026-05'])
    const before = await receiver.lines()
    expect(await merge(path, ['2026-05'])).toMatchObject({ added: 0, replaced: 0, same: 1, lines: 0 })
    sender.ports.clock.advance(60_000)
    const again = await sender.send(['2026-05'], PHRASE, 'again.izdata')
    expect(await open(again)).toMatchObject({ sender: 'known', months: [{ state: 'same' }] })
    expect(await merge(again, ['2026-05'])).toMatchObject({ same: 1, lines: 0 })
    expect(await receiver.lines()).toEqual(before)
  })

  it('give way to a newer word of the sender as a whole, also on days that it tells of no more', async () => {
    const billId = await sender.bring(sender.write('bill.csv', bill))
    const first = await sender.send(['2026-05'], PHRASE)
    await merge(first, ['2026-05'])
    await sender.ask('imports.withdraw', { id: billId })
    await sender.bring(sender.write('corrected.csv', focusText([may({ BilledCost: '99' })])))
    sender.ports.clock.advance(60_000)
    const second = await sender.send(['2026-05'], PHRASE, 'second.izdata')
    expect((await open(second)).months[0]?.state).toBe('replaces')
    expect(await merge(second, ['2026-05'])).toMatchObject({ replaced: 1 })
    expect(told(await receiver.lines())).toEqual(told(await sender.lines()))
    expect((await open(first)).months[0]?.state).toBe('older')
    expect(await merge(first, ['2026-05'])).toMatchObject({ older: 1, lines: 0 })
  })

  it('can be taken back like any import, and then come anew', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const path = await sender.send(['2026-05'], PHRASE)
    await merge(path, ['2026-05'])
    const { items } = await receiver.ask('imports.list', {})
    expect(items[0]).toMatchObject({ status: 'committed', origin: 'parcel', rowsKept: 3 })
    await receiver.ask('imports.withdraw', { id: items[0]?.id ?? 0 })
    expect(await receiver.lines()).toEqual([])
    expect((await receiver.ask('transfer.list', {})).received[0]?.isHere).toBe(false)
    expect(await merge(path, ['2026-05'])).toMatchObject({ added: 1, lines: 3 })
  })

  it('go to the account that is here already and take the place of what files told of its days', async () => {
    await receiver.bring(receiver.write('own.csv', focusText([may({ BilledCost: '5' })])))
    await sender.bring(sender.write('bill.csv', bill))
    const path = await sender.send(['2026-05'], PHRASE)
    expect((await open(path)).accounts[0]).toMatchObject({ key: 'aws/acc-1', connectionName: 'Holding' })
    await merge(path, ['2026-05'])
    const sent = (await sender.lines()).filter(({ day }) => day < '2026-06-01')
    expect(told(await receiver.lines())).toEqual(told(sent))
    expect((await receiver.ask('connections.list', {})).items).toHaveLength(1)
  })

  it('bring what was said of an account’s VAT, where nothing was said here', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const { items } = await sender.ask('vat.list', {})
    const connectionId = items[0]?.connectionId ?? ''
    await sender.ask('vat.update', { connectionId, isIncluded: true, scheme: 'usn5' })
    await merge(await sender.send(['2026-05'], PHRASE), ['2026-05'])
    const here = (await receiver.ask('vat.list', {})).items[0]
    expect(here).toMatchObject({ isIncluded: true, scheme: 'usn5' })
  })
})

describe('a sender', () => {
  it('is known by its key from the first parcel on', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    expect((await sender.ask('transfer.list', {})).fingerprint).toBeNull()
    const path = await sender.send(['2026-05'], PHRASE)
    const { fingerprint, months } = await sender.ask('transfer.list', {})
    expect(months).toEqual([
      { month: '2026-06', lines: 1 },
      { month: '2026-05', lines: 3 },
    ])
    expect((await open(path)).fingerprint).toBe(fingerprint)
    expect(fingerprint).toMatch(/^([\da-f]{4} ){15}[\da-f]{4}$/)
    expect(statSync(sender.ports.paths.signingKeyFile).mode & 0o777).toBe(0o600)
  })

  it('with another key than before is asked about first', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    await merge(await sender.send(['2026-05'], PHRASE), ['2026-05'])
    const stranger = await openInstallation(tempFolder())
    try {
      await stranger.bring(stranger.write('bill.csv', bill))
      const path = await stranger.send(['2026-06'], PHRASE)
      expect((await open(path)).sender).toBe('changed')
      expect(await codeOf(merge(path, ['2026-06']))).toBe('transfer.otherSender')
      expect(await merge(path, ['2026-06'], { isSenderChecked: true })).toMatchObject({ added: 1 })
    } finally {
      await stranger.close()
    }
  })
})

describe('a parcel that is not as it should be', () => {
  it('is refused with the reason, and nothing changes', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const whole = readFileSync(await sender.send(['2026-05'], PHRASE))
    const as = (name: string, bytes: Uint8Array) => receiver.write(name, bytes)
    const newer = Buffer.from(whole)
    newer.writeUInt16BE(2, 6)
    expect(await codeOf(open(as('newer.izdata', newer)))).toBe('transfer.newer')
    expect(await codeOf(open(as('bill.csv', Buffer.from(bill))))).toBe('transfer.notAParcel')
    expect(await codeOf(open(as('a.izdata', whole), 'другая фраза совсем'))).toBe('transfer.wrongPassphrase')
    expect(await codeOf(merge(as('cut.izdata', whole.subarray(0, -1)), ['2026-05']))).toBe('transfer.damaged')
    const swapped = Buffer.from(whole)
    swapped[whole.length - 70] = (whole[whole.length - 70] ?? 0) ^ 1
    expect(await codeOf(merge(as('bit.izdata', swapped), ['2026-05']))).toBe('transfer.damaged')
    expect(await codeOf(merge(as('b.izdata', whole), ['2025-01']))).toBe('transfer.noLines')
    expect(await receiver.lines()).toEqual([])
    expect((await receiver.ask('imports.list', {})).items).toEqual([])
  })

  it('is not made with a phrase that can be guessed, nor of months without lines, nor of the demo company', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    const start = (months: string[], passphrase: string) =>
      codeOf(sender.ask('transfer.start', { months, passphrase }))
    expect(await start(['2026-05'], 'password1234')).toBe('transfer.weakPassphrase')
    expect(await start(['2020-01'], PHRASE)).toBe('transfer.noLines')
    await sender.ask('people.startDemo', {})
    expect(await start(['2026-05'], PHRASE)).toBe('transfer.demo')
  })

  it('leaves the phrase in no file of either installation', async () => {
    await sender.bring(sender.write('bill.csv', bill))
    await merge(await sender.send(['2026-05'], PHRASE), ['2026-05'])
    for (const { ports } of [sender, receiver]) {
      const store = ['', '-wal'].map((end) =>
        readFileSync(join(ports.paths.dataFolder, `infrazen.sqlite${end}`)),
      )
      expect(Buffer.concat(store).includes(PHRASE)).toBe(false)
      expect(JSON.stringify(ports.lines)).not.toContain(PHRASE)
    }
  })
})

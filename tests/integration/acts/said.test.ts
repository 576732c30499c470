import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ParsedInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { octoberUpd, ukdXml, updXml } from '#tests/support/documents.ts'
import { type Opened, openActs } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openActs()
})
afterEach(() => at.shut())

const code = (expected: string, details?: object) =>
  expect.objectContaining({ code: expected, ...(details ? { details } : {}) })

const typed: ParsedInput<'acts.add'> = {
  kind: 'act',
  number: '77',
  day: day('2026-10-31'),
  month: '2026-10',
  connectionId: 'selectel-1',
  currency: 'RUB',
  without: '1000.00',
  rate: '22',
  vat: '220.00',
  total: '1220.00',
  correctsId: null,
  note: 'из PDF',
  supplier: null,
}
const add = (over: Partial<typeof typed> = {}) => at.acts.add(at.session, at.scope, { ...typed, ...over })
const update = (id: string, said: Partial<ParsedInput<'acts.update'>>) =>
  at.acts.update(at.session, { id, isForSupplier: false, ...said })
const withdraw = (id: string) => at.acts.withdraw(at.session, { id, reason: 'Загружен по ошибке' })

it('typed sums are kept as they are typed, with the supplier that the account has', () => {
  add({ supplier: { name: 'ООО «Селектел»', inn: '7700000003' } })
  const { id } = add({ number: '78' })
  expect(at.act(id).act).toMatchObject({
    source: 'typed',
    fileName: null,
    supplier: { name: 'ООО «Селектел»', inn: '7700000003' },
    total: '1220',
    note: 'из PDF',
    doubts: ['secondOfMonth'],
  })
})

it.each([
  ['sums that do not make the total', { total: '1220.01' }, 'act.wrongSums'],
  ['a day before its month', { day: day('2026-09-30') }, 'act.tooEarly'],
  ['another’s account', { connectionId: 'foreign' }, 'connection.notFound'],
  ['a correction of nothing', { kind: 'correction' as const }, 'act.correctsNothing'],
])('%s are refused', (_, over, expected) => {
  expect(() => add(over)).toThrow(code(expected))
  expect(at.list()).toEqual([])
})

it('a tax that the rate does not make is a doubt', () => {
  const { id } = add({ vat: '221.00', total: '1221.00' })
  expect(at.act(id).act.doubts).toEqual(['vatDiffers'])
})

it('the same document is not typed twice, nor typed after it was loaded', async () => {
  add()
  expect(() => add()).toThrow(code('act.same', { number: '77', day: '2026-10-31' }))
  const [loaded] = await at.load(updXml(octoberUpd()))
  update(loaded?.actId ?? '', { connectionId: 'selectel-2' })
  const supplier = { name: 'ООО «Облако-пример»', inn: '7700000001' }
  expect(() => add({ number: '1001', supplier })).toThrow(code('act.same'))
})

it('a typed correction takes away from what it corrects', () => {
  const { id } = add()
  const change = { without: '-100.00', vat: '-22.00', total: '-122.00' }
  add({ kind: 'correction', number: '77-К', day: day('2026-11-10'), correctsId: id, ...change })
  expect(at.listOf('2026-10').map(({ total }) => total)).toEqual(['1220', '-122'])
  expect(() => withdraw(id)).toThrow(code('act.hasCorrections', { count: 1 }))
})

it('the month and the account can be said, the correction goes along with its document', async () => {
  const ukd = ukdXml({
    number: 'К-1',
    day: '10.11.2026',
    corrects: '1001',
    name: 'Серверы',
    before: ['800.00', '176.00', '976.00'],
    after: ['700.00', '154.00', '854.00'],
  })
  const [original, change] = await at.load(updXml(octoberUpd()), ukd)
  const id = original?.actId ?? ''
  update(id, { connectionId: 'selectel-1', note: 'Договор 5' })
  expect(at.act(change?.actId ?? '').act.connectionId).toBe('selectel-1')
  expect(at.act(id).act).toMatchObject({ note: 'Договор 5', total: '1220' })
  update(id, { month: '2026-09' })
  expect(at.act(id).act).toMatchObject({ month: '2026-09', doubts: [] })
  expect(() => update(id, { month: '2026-11' })).toThrow(code('act.tooEarly'))
  expect(() => update(id, { correctsId: change?.actId ?? '' })).toThrow(code('act.correctsNothing'))
  expect(() => update('nobody', { month: '2026-09' })).toThrow(code('act.notFound'))
})

it('a month that was guessed is no guess once somebody has said it', async () => {
  const lines = [{ name: 'Услуги', without: '1000.00', rate: '22%', vat: '220.00', total: '1220.00' }]
  const [item] = await at.load(updXml(octoberUpd({ day: '03.11.2026', lines })))
  const id = item?.actId ?? ''
  expect(at.act(id).act).toMatchObject({ month: '2026-10', doubts: ['monthGuessed'] })
  update(id, { month: '2026-11' })
  expect(at.act(id).act).toMatchObject({ month: '2026-11', doubts: [] })
})

it('what was withdrawn counts nowhere and can be loaded again', async () => {
  const [item] = await at.load(updXml(octoberUpd()))
  withdraw(item?.actId ?? '')
  expect(at.list()).toEqual([])
  expect(() => withdraw(item?.actId ?? '')).toThrow(code('act.notFound'))
  expect((await at.load(updXml(octoberUpd())))[0]?.status).toBe('added')
})

it('a closed month takes nothing in, gives nothing away and changes nothing', async () => {
  const [item] = await at.load(updXml(octoberUpd()))
  const id = item?.actId ?? ''
  at.closeMonth('2026-10')
  const closed = code('reconciliation.monthClosed', { month: '2026-10' })
  expect(() => add()).toThrow(closed)
  expect(() => withdraw(id)).toThrow(closed)
  expect(() => update(id, { connectionId: 'selectel-1' })).toThrow(closed)
  expect(() => update(id, { month: '2026-09' })).toThrow(closed)
  update(id, { note: 'Оригинал в архиве' })
  const [other] = await at.load(updXml(octoberUpd({ number: '1002' })))
  expect(other).toMatchObject({ status: 'failed', problem: { code: 'reconciliation.monthClosed' } })
})

it('a correction of a closed month counts in the month that it was written in', async () => {
  const [original] = await at.load(updXml(octoberUpd()))
  at.closeMonth('2026-10')
  const ukd = ukdXml({
    number: 'К-1',
    day: '10.11.2026',
    corrects: '1001',
    name: 'Серверы',
    before: ['800.00', '176.00', '976.00'],
    after: ['700.00', '154.00', '854.00'],
  })
  const [change] = await at.load(ukd)
  expect(at.act(change?.actId ?? '').act).toMatchObject({
    month: '2026-11',
    correctsId: original?.actId,
    doubts: ['monthGuessed'],
  })
})

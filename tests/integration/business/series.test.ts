import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listAnnotations } from '#main/queries/annotations.query.ts'
import { listSeries, listValues } from '#main/queries/business-series.query.ts'
import { virtualTags } from '#main/store/schema/allocation.ts'
import { day } from '#shared/lib/day.ts'
import { type Opened, openBusiness } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openBusiness()
})
afterEach(() => at.close())

const code = (expected: string, details?: object) =>
  expect.objectContaining({ code: expected, ...(details ? { details } : {}) })
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }

it('a series tells what it has: its span, its gaps, its zeros', () => {
  const id = at.addSeries()
  at.put(id, { '2026-01-01': '5', '2026-02-01': '0', '2026-05-01': '7.5' })
  expect(listSeries(at.scope).items).toEqual([
    {
      ...{ id, name: 'Заказы', unit: 'заказ', step: 'month', kind: 'flow', role: 'units' },
      ...{ currency: null, tagId: null, parts: [] },
      ...{ firstDay: '2026-01-01', lastDay: '2026-05-01', values: 3, zeros: 1 },
      gaps: [{ part: null, from: '2026-03-01', to: '2026-04-30' }],
    },
  ])
  expect(listSeries(at.otherScope).items).toEqual([])
})

it('the later word replaces the earlier one, a null takes it away', () => {
  const id = at.addSeries({ step: 'day' })
  at.put(id, { '2026-01-01': '5', '2026-01-02': '6' })
  expect(at.put(id, { '2026-01-01': '8', '2026-01-02': null, '2026-01-03': null })).toEqual({
    put: 1,
    removed: 1,
  })
  expect(listValues(at.scope, { id, ...YEAR }).items).toEqual([{ day: '2026-01-01', part: null, value: '8' }])
})

it('values that are not of the series are refused whole', () => {
  const tagId = at.addTag({})
  const monthly = at.addSeries()
  const byPart = at.addSeries({ name: 'По клиентам', tagId })
  expect(() => at.put(monthly, { '2026-01-01': '5', '2026-01-02': '6' })).toThrow(
    code('series.badValue', { day: '2026-01-02', value: '6' }),
  )
  expect(() => at.put(monthly, { '2026-01-01': '5' }, 'Альфа')).toThrow(code('series.badValue'))
  expect(() => at.put(byPart, { '2026-01-01': '5' })).toThrow(code('series.badValue'))
  expect(() => at.put(monthly, { '2026-01-01': '-5' })).toThrow()
  const twice = [
    { day: day('2026-01-01'), part: null, value: '1' },
    { day: day('2026-01-01'), part: null, value: '2' },
  ]
  expect(() => at.service.putValues(at.session, { id: monthly, values: twice })).toThrow(
    code('series.valueTwice', { day: '2026-01-01', part: '—' }),
  )
  expect(listValues(at.scope, { id: monthly, ...YEAR }).items).toEqual([])
  expect(() => at.service.putValues(at.other, { id: monthly, values: twice })).toThrow(
    code('series.notFound'),
  )
})

it('names are taken once, revenue has a currency and adds up', () => {
  const id = at.addSeries()
  expect(() => at.addSeries()).toThrow(code('series.nameTaken', { name: 'Заказы' }))
  expect(() => at.addSeries({ name: 'Выручка', role: 'revenue' })).toThrow(code('series.noCurrency'))
  expect(() => at.addSeries({ name: 'Чужая', tagId: 'nobody' })).toThrow(code('virtualTag.notFound'))
  at.addSeries({ name: 'Выручка', role: 'revenue', currency: 'USD', kind: 'stock' })
  expect(listSeries(at.scope).items.map(({ name, kind, currency }) => [name, kind, currency])).toEqual([
    ['Выручка', 'flow', 'USD'],
    ['Заказы', 'flow', null],
  ])
  const facts = { id, unit: 'клиент', kind: 'stock' } as const
  at.service.updateSeries(at.session, { ...facts, name: 'Клиенты' })
  expect(listSeries(at.scope).items[1]).toMatchObject({ name: 'Клиенты', unit: 'клиент', kind: 'stock' })
  expect(() => at.service.updateSeries(at.session, { ...facts, name: 'Выручка' })).toThrow(
    code('series.nameTaken'),
  )
})

it('a series that rules split costs by cannot be removed, another one goes with its values', () => {
  const tagId = at.addTag({ Диски: 'Альфа' })
  const id = at.addSeries({ tagId })
  at.put(id, { '2026-01-01': '5' }, 'Альфа')
  const rule = {
    id: 'r1',
    name: '',
    isOn: true,
    where: [],
    cost: null,
    from: null,
    to: null,
    outcome: { kind: 'metric', by: { kind: 'series', seriesId: id }, parts: [] },
  } as const
  const setRules = (rules: (typeof rule)[]): void =>
    at.write((db) => {
      db.update(virtualTags)
        .set({ rules: rules as never })
        .where(eq(virtualTags.id, tagId))
        .run()
    })
  setRules([rule])
  expect(() => at.service.removeSeries(at.session, id)).toThrow(
    code('series.inUse', { name: 'Заказы', users: tagId }),
  )
  setRules([])
  at.service.removeSeries(at.session, id)
  expect(listSeries(at.scope).items).toEqual([])
  expect(() => at.service.removeSeries(at.session, id)).toThrow(code('series.notFound'))
})

it('notes stand on the days that they are about', () => {
  const add = (from: string, to: string, text: string) =>
    at.service.addAnnotation(at.session, { from: day(from), to: day(to), text, where: [] }).id
  const id = add('2026-03-09', '2026-03-20', 'Переезд на новые диски')
  add('2026-05-01', '2026-05-01', 'Чёрная пятница')
  const texts = (from: string, to: string) =>
    listAnnotations(at.scope, { from: day(from), to: day(to) }).items.map(({ text }) => text)
  expect(texts('2026-03-20', '2026-04-30')).toEqual(['Переезд на новые диски'])
  expect(texts('2026-03-21', '2026-04-30')).toEqual([])
  expect(listAnnotations(at.otherScope, YEAR).items).toEqual([])
  const later = { id, from: day('2026-04-01'), to: day('2026-04-02'), text: 'Переезд отложен' }
  at.service.updateAnnotation(at.session, later)
  expect(listAnnotations(at.scope, { from: day('2026-04-02'), to: day('2026-04-30') }).items).toMatchObject([
    { id, text: 'Переезд отложен', byName: 'Анна', where: [] },
  ])
  expect(() => at.service.updateAnnotation(at.other, later)).toThrow(code('annotation.notFound'))
  at.service.removeAnnotation(at.session, id)
  expect(() => at.service.removeAnnotation(at.session, id)).toThrow(code('annotation.notFound'))
  expect(texts('2026-01-01', '2026-12-31')).toEqual(['Чёрная пятница'])
})

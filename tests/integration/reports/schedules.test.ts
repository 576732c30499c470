import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackend } from '#main/backend/create-backend.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { costsByService, openReports, type Reports, september } from './open.ts'

let open: Reports
let reportId: string
beforeEach(async () => {
  open = await openReports()
  await open.load('october.csv', {})
  await open.load('september.csv', september, 1)
  reportId = (await open.ask('reports.add', { name: 'Сервисы', spec: costsByService })).id
})
afterEach(() => open.close())

const daily = { kind: 'cron' as const, pattern: '0 9 * * *' }
const add = (facts: Partial<CallInput<'schedules.add'>> = {}) =>
  open.ask('schedules.add', {
    reportId,
    name: 'Каждое утро',
    rule: daily,
    timeZone: 'Europe/Moscow',
    formats: ['csv'],
    ...facts,
  })
const at = (iso: string): number => Date.parse(iso)

/** What has been made by now, the first first: the moment asked for, and when it was begun. */
async function made() {
  open.backend.startDue()
  const runs = await open.runs()
  await Promise.all(runs.map(({ id }) => open.ended(id)))
  return (await open.runs())
    .map(({ asOfMs, startedAtMs, period, why, status }) => ({
      for: new Date(asOfMs).toISOString(),
      late: startedAtMs - asOfMs > 300_000,
      month: period?.from.slice(0, 7),
      why,
      status,
    }))
    .toReversed()
}

describe('a schedule', () => {
  it('asks for its report when it is due, once, by its name', async () => {
    await add()
    expect(await made()).toEqual([])
    open.ports.clock.set('2026-11-21T06:00:20Z')
    expect(await made()).toEqual([
      { for: '2026-11-21T06:00:00.000Z', late: false, month: '2026-10', why: 'Каждое утро', status: 'done' },
    ])
    open.ports.clock.set('2026-11-21T20:00:00Z')
    expect(await made()).toHaveLength(1)
    const [item] = (await open.ask('schedules.list', {})).items
    expect(item).toMatchObject({
      reportName: 'Сервисы',
      byName: 'Анна',
      nextAtMs: at('2026-11-22T06:00:00Z'),
      last: { atMs: at('2026-11-21T06:00:00Z'), status: 'done', isLate: false },
    })
  })

  it('makes up once for whatever was missed, late, for the last moment that was due', async () => {
    await add()
    await add({ name: 'Третий рабочий день', rule: { kind: 'workday', nth: 3, time: '10:00' } })
    open.ports.clock.set('2027-01-20T12:00:00Z')
    expect(await made()).toMatchObject([
      { for: '2027-01-20T06:00:00.000Z', late: true, month: '2026-12' },
      { for: '2027-01-13T07:00:00.000Z', late: true, month: '2026-12', why: 'Третий рабочий день' },
    ])
    const [item] = (await open.ask('schedules.list', {})).items
    expect(item?.last?.isLate).toBe(true)
  })

  it('brings nothing twice when the clock is put back, and goes on when one that was years ahead is mended', async () => {
    await add()
    open.ports.clock.set('2026-11-21T06:01:00Z')
    expect(await made()).toHaveLength(1)
    open.ports.clock.set('2026-11-21T05:00:00Z')
    expect(await made()).toHaveLength(1)
    open.ports.clock.set('2026-11-21T06:02:00Z')
    expect(await made()).toHaveLength(1)

    open.ports.clock.set('2031-05-01T06:01:00Z')
    expect(await made()).toHaveLength(2)
    open.ports.clock.set('2026-11-22T05:59:00Z')
    expect(await made()).toHaveLength(2)
    open.ports.clock.set('2026-11-22T06:01:00Z')
    expect(await made()).toHaveLength(3)
  })

  it('asks nothing twice of a program that was started again at that very moment', async () => {
    await add()
    open.ports.clock.set('2026-11-21T06:00:00Z')
    expect(await made()).toHaveLength(1)
    await open.close()
    const backend = await createBackend(open.ports)
    backend.startDue()
    const caller = { host: 'web', clientKey: 'owner-of-the-organisation' } as const
    const envelope = await backend.call('reports.listRuns', {}, caller)
    expect(envelope).toMatchObject({ ok: true, value: { total: 1 } })
    await backend.close()
    open = await openReports()
  })

  it('shares its moment with another; both are made, one after the other', async () => {
    await add()
    await add({ name: 'Тоже в девять' })
    open.ports.clock.set('2026-11-21T06:00:00Z')
    expect((await made()).map(({ why, status }) => [why, status])).toEqual([
      ['Каждое утро', 'done'],
      ['Тоже в девять', 'done'],
    ])
  })

  it('owes nothing for the time in which it was off or had another rule', async () => {
    const { id } = await add({ isOn: false })
    open.ports.clock.set('2026-11-23T09:00:00Z')
    expect(await made()).toEqual([])
    await open.ask('schedules.update', { id, isOn: true })
    expect(await made()).toEqual([])
    open.ports.clock.set('2026-11-24T05:00:00Z')
    await open.ask('schedules.update', { id, rule: { kind: 'cron', pattern: '0 7 * * *' } })
    open.ports.clock.set('2026-11-24T05:30:00Z')
    expect(await made()).toEqual([])
  })

  it('is met by a command too, which says what it has begun', async () => {
    await add()
    const { runIds } = await open.ask('schedules.startDue', {})
    expect(runIds).toEqual([])
    open.ports.clock.set('2026-11-21T06:00:00Z')
    const begun = await open.ask('schedules.startDue', {})
    expect(begun.runIds).toHaveLength(1)
    expect((await open.ended(begun.runIds[0] ?? '')).status).toBe('done')
  })
})

describe('a schedule that waits for the close of a month', () => {
  it('tells of the month that was closed, whenever that was done, and of each once', async () => {
    await add({ rule: { kind: 'close' } })
    expect(await made()).toEqual([])
    open.ports.clock.advance(60_000)
    await open.ask('months.close', { month: '2026-09', note: null })
    open.ports.clock.advance(60_000)
    await open.ask('months.close', { month: '2026-10', note: null })
    expect(await made()).toMatchObject([
      { month: '2026-09', status: 'done' },
      { month: '2026-10', status: 'done' },
    ])
    open.ports.clock.advance(60_000)
    expect(await made()).toHaveLength(2)
    await open.ask('months.reopen', { month: '2026-10', reason: 'нашёлся акт' })
    open.ports.clock.advance(60_000)
    await open.ask('months.close', { month: '2026-10', note: null })
    expect(await made()).toHaveLength(3)
  })
})

describe('rules', () => {
  it('are explained by their next moments and by the years that are only assumed', async () => {
    const { nextAtMs, assumedYears } = await open.ask('schedules.explain', {
      rule: { kind: 'workday', nth: 1, time: '09:00' },
      timeZone: 'Europe/Moscow',
    })
    expect(nextAtMs.map((ms) => new Date(ms).toISOString())).toEqual([
      '2026-12-01T06:00:00.000Z',
      '2027-01-11T06:00:00.000Z',
      '2027-02-01T06:00:00.000Z',
      '2027-03-01T06:00:00.000Z',
      '2027-04-01T06:00:00.000Z',
    ])
    expect(assumedYears).toEqual([2027])
    expect(await open.ask('schedules.explain', { rule: { kind: 'close' }, timeZone: 'UTC' })).toEqual({
      nextAtMs: [],
      assumedYears: [],
    })
  })

  it.each([
    { rule: { kind: 'cron' as const, pattern: '0 9 31 2 *' } },
    { rule: { kind: 'cron' as const, pattern: 'по понедельникам' } },
    { timeZone: 'Mars/Olympus' },
    { rule: { kind: 'close' as const }, timeZone: '' },
  ])('that never come are refused: %o', async (facts) => {
    await expect(add(facts)).rejects.toThrow('timetable.badRule')
  })

  it('have names of their own, and reports that are there', async () => {
    const { id } = await add()
    await expect(add()).rejects.toThrow('timetable.nameTaken')
    await expect(add({ name: 'Другое', reportId: 'x' })).rejects.toThrow('report.notFound')
    await expect(open.ask('reports.remove', { id: reportId })).rejects.toMatchObject({
      code: 'report.inUse',
      details: { name: 'Сервисы', count: 1 },
    })
    await open.ask('schedules.remove', { id })
    await expect(open.ask('schedules.remove', { id })).rejects.toThrow('timetable.notFound')
    await open.ask('reports.remove', { id: reportId })
  })
})

describe('the calendar of reports', () => {
  it('shows what was made, made late, missed and will be, and the days off', async () => {
    await add()
    open.ports.clock.set('2026-11-21T06:00:00Z')
    await made()
    open.ports.clock.set('2026-11-24T12:00:00Z')
    await made()
    const { items, daysOff } = await open.ask('schedules.listDue', {
      from: day('2026-11-16'),
      to: day('2026-11-26'),
    })
    expect(items.map((item) => [item.day, item.state, item.runId !== null])).toEqual([
      ['2026-11-21', 'done', true],
      ['2026-11-22', 'missed', false],
      ['2026-11-23', 'missed', false],
      ['2026-11-24', 'late', true],
      ['2026-11-25', 'due', false],
      ['2026-11-26', 'due', false],
    ])
    expect(daysOff).toEqual(['2026-11-21', '2026-11-22'])
  })
})

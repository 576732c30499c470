import { inArray } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connections } from '#main/store/schema/inventory.ts'
import { reportDeliveries, reportRuns, reportSchedules, reports } from '#main/store/schema/reports.ts'
import type { ClosingStep } from '#shared/contract/reconciliation.ts'
import { type Day, day, daysOf } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openClosing } from './open.ts'

let at: Opened
beforeEach(async () => {
  at = await openClosing()
  // One account is enough.
  at.write((db) =>
    db
      .delete(connections)
      .where(inArray(connections.id, ['c2', 'c3']))
      .run(),
  )
})
afterEach(() => at.close())

const step = (name: ClosingStep, month = '2026-10') => {
  const found = at.closing(month).steps.find((one) => one.step === name)
  if (!found) throw new Error('no such step')
  return found
}
const open = (name: ClosingStep) => step(name).open.map(({ code }) => code)

it('a company without anything has five steps, none of them done', () => {
  expect(at.closing().steps.map(({ step: name, state }) => [name, state])).toEqual([
    ['data', 'attention'],
    ['reconciled', 'waiting'],
    ['rates', 'todo'],
    ['reports', 'attention'],
    ['sent', 'waiting'],
  ])
  expect(open('data')).toEqual(['data.none'])
})

it('names the days that are missing, up to the end of the month', () => {
  const days = daysOf('2026-10-01' as Day, '2026-10-28' as Day).filter((on) => on !== '2026-10-12')
  at.bill(days.map((on) => fileLine({ day: on, femtos: femtos('1') })))
  expect(step('data')).toMatchObject({
    ...{ state: 'todo', done: 0, total: 1 },
    open: [
      { code: 'data.days', subject: 'c1', id: 'c1', from: '2026-10-12', to: '2026-10-12' },
      { code: 'data.days', from: '2026-10-29', to: '2026-10-31' },
    ],
  })
})

it('goes from data to signature to rates as people do their part', () => {
  at.billMonth('122')
  expect(step('data')).toMatchObject({ state: 'done', done: 1, total: 1, open: [] })
  expect(open('reconciled')).toEqual(['act.none'])
  const stranger = at.act({ connectionId: null, total: '5', number: 'Ч-1' })
  at.act({ total: '3782', vat: '682' })
  expect(step('reconciled').open).toMatchObject([
    { code: 'act.unknown', subject: 'Ч-1', id: stranger },
    { code: 'sign.none', subject: 'c1', id: 'c1' },
  ])
  at.write((db) => db.run('update acts set withdrawn_at_ms = 1 where connection_id is null'))
  at.sign()
  expect(step('reconciled')).toMatchObject({ state: 'done', done: 1, total: 1 })
  at.bill([fileLine({ day: '2026-10-09', femtos: femtos('1') })])
  expect(step('reconciled')).toMatchObject({ state: 'attention', open: [{ code: 'sign.stale' }] })
  at.closeMonth()
  expect(at.closing()).toMatchObject({ isClosed: true, closedBy: 'Анна', isOver: true })
  expect(step('rates').state).toBe('done')
  expect(at.closingMonths()).toMatchObject([{ month: '2026-10', isClosed: true, done: 2 }])
})

it('a rate that is missing stands there before anybody tries to close', () => {
  at.bill([fileLine({ day: '2026-10-12', femtos: femtos('1'), key: { currency: 'USD' } })])
  expect(step('rates')).toMatchObject({
    state: 'todo',
    open: [
      { code: 'rates.missing', subject: 'USD', from: '2026-10-12', to: '2026-10-12' },
      { code: 'month.notClosed' },
    ],
  })
})

it('nothing is asked of a month that is not over', () => {
  at.billMonth('122', { month: '2026-11' })
  expect(at.closing('2026-11').isOver).toBe(false)
  expect(at.closing('2026-11').steps.every(({ state }) => state === 'waiting')).toBe(true)
  expect(step('rates', '2026-11').open.map(({ code }) => code)).toEqual(['month.notOver'])
})

const addReport = (): void => {
  at.write((db) => {
    const own = { workspaceId: 'w1', userId: 'u1', updatedAtMs: 1 }
    db.insert(reports)
      .values({ id: 'r1', ...own, name: 'Сводка', spec: {} as never })
      .run()
    db.insert(reportSchedules)
      .values({
        ...{ id: 's1', ...own, reportId: 'r1', name: 'Сводка за месяц', rule: { kind: 'close' } },
        ...{ timeZone: 'Europe/Moscow', formats: ['pdf'], deliveries: [], isOn: true, doneUntilMs: 1 },
      })
      .run()
  })
}
const run = (id: string, status: 'done' | 'failed', startedAtMs: number): void => {
  at.write((db) =>
    db
      .insert(reportRuns)
      .values({
        ...{ id, workspaceId: 'w1', reportId: 'r1', scheduleId: 's1', title: 'Сводка', spec: {} as never },
        ...{ formats: ['pdf'], status, fromDay: day('2026-10-01'), toDay: day('2026-10-31') },
        ...{ startedAtMs, asOfMs: 1, dataVersion: 'v' },
      })
      .run(),
  )
}
const deliver = (id: string, runId: string, status: 'done' | 'failed' | 'retrying'): void => {
  at.write((db) =>
    db
      .insert(reportDeliveries)
      .values({ id, runId, target: { kind: 'folder', path: '/reports' }, status, attempts: 1 })
      .run(),
  )
}

it('a report that comes at the close is asked for, then its delivery', () => {
  addReport()
  expect(step('reports')).toMatchObject({
    ...{ state: 'todo', done: 0, total: 1 },
    open: [{ code: 'report.notMade', subject: 'Сводка за месяц', id: 'r1' }],
  })
  expect(step('sent').state).toBe('waiting')
  run('run1', 'failed', 1)
  expect(open('reports')).toEqual(['report.failed'])
  run('run2', 'done', 2)
  expect(step('reports')).toMatchObject({ state: 'done', done: 1, total: 1 })
  expect(step('sent')).toMatchObject({ state: 'attention', open: [{ code: 'delivery.none' }] })
  deliver('d1', 'run2', 'done')
  deliver('d2', 'run2', 'retrying')
  expect(step('sent')).toMatchObject({
    state: 'waiting',
    done: 1,
    total: 2,
    open: [{ code: 'delivery.waiting' }],
  })
  deliver('d3', 'run2', 'failed')
  expect(step('sent')).toMatchObject({ state: 'todo', open: [{}, { code: 'delivery.failed', id: 'run2' }] })
})

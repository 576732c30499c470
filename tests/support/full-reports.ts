import type { WritableDb } from '#main/store/db.ts'
import { accessTokens, loadedPackages, transfers, trustedKeys } from '#main/store/schema/access.ts'
import {
  actLines,
  actSuppliers,
  acts,
  oneCMappings,
  payments,
  reconciliations,
} from '#main/store/schema/acts.ts'
import {
  reportDeliveries,
  reportFiles,
  reportRuns,
  reportSchedules,
  reports,
  workdayCalendars,
} from '#main/store/schema/reports.ts'
import { reportSpec } from '#shared/contract/report-spec.ts'
import { day } from '#shared/lib/day.ts'

const ids = { workspaceId: 'w1', userId: 'u1' }
const seller = { name: 'ООО «Облако-пример»', inn: '7700000000' }

/** A report that a schedule has produced and sent. */
export function fillReports(db: WritableDb): void {
  const spec = reportSpec.parse({ title: 'Отчёт', blocks: [{ id: 'a', kind: 'pageBreak' }] })
  db.insert(reports)
    .values({ ...ids, id: 'rep1', name: 'Отчёт', spec, updatedAtMs: 1 })
    .run()
  db.insert(reportSchedules)
    .values({
      ...ids,
      id: 'sch1',
      reportId: 'rep1',
      name: 'Третьего',
      rule: { kind: 'workday', nth: 3, time: '08:00' },
      timeZone: 'UTC',
      formats: ['pdf'],
      deliveries: [],
      isOn: true,
      doneUntilMs: 1,
      updatedAtMs: 1,
    })
    .run()
  db.insert(reportRuns)
    .values({
      ...ids,
      id: 'run1',
      reportId: 'rep1',
      scheduleId: 'sch1',
      title: 'Отчёт',
      spec,
      formats: ['pdf'],
      status: 'done',
      startedAtMs: 1,
      asOfMs: 1,
      dataVersion: 'v',
    })
    .run()
  const file = { name: 'a.pdf', format: 'pdf', bytes: 1, sha256: 'x', state: 'sound' } as const
  db.insert(reportFiles)
    .values({ id: 'file1', runId: 'run1', position: 0, ...file })
    .run()
  db.insert(reportDeliveries)
    .values({
      id: 'del1',
      runId: 'run1',
      target: { kind: 'folder', path: '/out' },
      status: 'done',
      attempts: 1,
    })
    .run()
  db.insert(workdayCalendars).values({ country: 'ru', year: 2026, daysOff: [], workedWeekend: [] }).run()
}

/** An act with a line that is paid and signed for, and what 1C calls its account. */
export function fillActs(db: WritableDb): void {
  const sums = { without: '100.00', rate: '22', vat: '22.00', total: '122.00' } as const
  db.insert(acts)
    .values({
      ...ids,
      ...sums,
      id: 'act1',
      connectionId: 'c1',
      kind: 'act',
      number: '1',
      day: day('2026-10-31'),
      month: '2026-10',
      supplier: { ...seller, kpp: null },
      currency: 'RUB',
      doubts: [],
      source: { kind: 'typed', fileName: null, bytes: 0 },
      hash: 'h1',
      addedAtMs: 1,
    })
    .run()
  db.insert(actLines)
    .values({ actId: 'act1', position: 0, name: 'Услуги', ...sums })
    .run()
  db.insert(actSuppliers)
    .values({ workspaceId: 'w1', inn: '7700000000', connectionId: 'c1', name: seller.name })
    .run()
  db.insert(payments)
    .values({
      workspaceId: 'w1',
      id: 'pay1',
      day: day('2026-11-05'),
      number: '7',
      amount: '122.00',
      currency: 'RUB',
      payer: seller,
      payee: seller,
      purpose: 'Оплата',
      actId: 'act1',
      matchedBy: 'amount',
      fileName: 'kl_to_1c.txt',
      hash: 'p1',
      addedAtMs: 1,
    })
    .run()
  db.insert(reconciliations)
    .values({ workspaceId: 'w1', connectionId: 'c1', month: '2026-10', fingerprint: 'f', signedAtMs: 1 })
    .run()
  db.insert(oneCMappings).values({ workspaceId: 'w1', kind: 'defaults', key: '', value: {} }).run()
}

/** What lets commands in, and what was carried in. */
export function fillAccess(db: WritableDb): void {
  db.insert(accessTokens)
    .values({
      ...ids,
      id: 't1',
      name: 'Ночью',
      role: 'viewer',
      tokenHash: 'h',
      hint: 'izt_a',
      createdAtMs: 1,
    })
    .run()
  db.insert(trustedKeys)
    .values({ id: 'k1', name: 'Центр', publicKey: 'not-a-key', fingerprint: 'f', addedAtMs: 1 })
    .run()
  db.insert(loadedPackages)
    .values({
      id: 'p1',
      kind: 'prices',
      name: 'Цены',
      version: '1',
      madeAtMs: 1,
      loadedAtMs: 1,
      keyName: 'Центр',
      facts: {},
    })
    .run()
  db.insert(transfers)
    .values({
      ...ids,
      sender: 'f',
      account: 'c9',
      month: '2026-10',
      senderName: 'Филиал',
      connectionId: 'c1',
      parcelId: 'x',
      contentHash: 'h',
      madeAtMs: 1,
      lines: 1,
      mergedAtMs: 1,
    })
    .run()
}

import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAudit } from '#main/services/audit/audit.service.ts'
import { auditRecords } from '#main/store/schema/people.ts'
import { openPeople, type People } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let opened: People

beforeEach(async () => {
  opened = await openPeople(tempFolder())
})
afterEach(() => opened.close())

const entry = {
  atMs: 1,
  workspaceId: 'w1',
  userId: 'u1',
  host: 'cli',
  call: 'people.lock',
  input: { a: 1 },
  outcome: 'ok',
  durationMs: 2,
}
const records = () => opened.store.read.select().from(auditRecords).all()

it('keeps every record in order, for people and workspaces that exist or do not', () => {
  const audit = createAudit(opened)
  audit.add(entry)
  audit.add({ ...entry, workspaceId: null, userId: null })
  expect(records()).toEqual([
    { id: 1, ...entry },
    { id: 2, ...entry, workspaceId: null, userId: null },
  ])
})

it('keeps inputs of up to four kilobytes and only the size of larger ones', () => {
  const audit = createAudit(opened)
  audit.add({ ...entry, input: { text: 'я'.repeat(2000) } })
  audit.add({ ...entry, input: { text: 'я'.repeat(2100) } })
  expect(records().map((record) => record.input)).toEqual([{ text: 'я'.repeat(2000) }, { cut: 4211 }])
})

it('keeps a record without an input', () => {
  createAudit(opened).add({ ...entry, input: undefined })
  expect(records()[0]?.input).toEqual({})
})

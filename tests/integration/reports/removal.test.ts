import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { reportSpec } from '#shared/contract/report-spec.ts'
import { openSeeded } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { costsByService } from './open.ts'
import { owner, seededReports } from './seeded.ts'

it('an organisation goes with its reports, schedules and archive, which refer to each other', async () => {
  const made = await openSeeded(tempFolder(), ['A'])
  const reports = seededReports(made)
  const { id: reportId } = reports.definitions.add(owner, {
    name: 'Сервисы',
    spec: reportSpec.parse(costsByService),
  })
  reports.schedules.add(owner, {
    ...{ reportId, name: 'Утро', timeZone: 'UTC', formats: ['csv'], deliveries: [], isOn: true },
    rule: { kind: 'cron', pattern: '0 9 * * *' },
  })
  await reports.start(owner, { reportId, formats: ['csv'], deliveries: [], why: null })
  await reports.whenIdle()
  made.store.transaction((db) => void db.run(sql`delete from workspaces where id = ${owner.workspaceId}`))
  for (const table of ['reports', 'report_schedules', 'report_runs', 'report_files', 'report_deliveries'])
    expect(made.store.read.get<{ n: number }>(sql.raw(`select count(*) as n from ${table}`)).n).toBe(0)
  made.store.close()
})

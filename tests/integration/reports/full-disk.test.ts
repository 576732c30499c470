import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getRun } from '#main/queries/report-runs.query.ts'
import { explainFailure } from '#main/services/reports/failure.ts'
import { reportSpec } from '#shared/contract/report-spec.ts'
import { openSeeded } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { costsByService } from './open.ts'
import { owner, seededReports } from './seeded.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

describe('a disk that becomes full while a report is written', () => {
  it('leaves the reports that were there and nothing of the new one; with room again it is made', async () => {
    const disk = { isFull: false }
    const reports = seededReports(made, disk)
    const spec = reportSpec.parse(costsByService)
    const make = async () => {
      const { runId } = await reports.start(owner, {
        spec,
        formats: ['csv', 'focus'],
        deliveries: [],
        why: null,
      })
      await reports.whenIdle()
      return getRun(made.scope, runId, '').run
    }
    const first = await make()
    expect(first.status).toBe('done')
    disk.isFull = true
    expect(await make()).toMatchObject({ status: 'failed', files: [], problem: { code: 'report.noSpace' } })
    expect(readdirSync(made.ports.paths.archiveFolder)).toEqual([first.id])
    expect((await reports.calls.verify(owner)).bad).toEqual([])
    disk.isFull = false
    expect((await make()).status).toBe('done')
  })

  it.each([
    ['ENOSPC', 'report.noSpace'],
    ['EDQUOT', 'report.noSpace'],
    ['ENOENT', 'report.folderGone'],
    ['EACCES', 'report.noPermission'],
    ['EROFS', 'report.noPermission'],
    ['EIO', 'report.failed'],
  ])('%s is told as %s', (code, wanted) => {
    expect(explainFailure(Object.assign(new Error('x'), { code }), '/archive').code).toBe(wanted)
  })
})

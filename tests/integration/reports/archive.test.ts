import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { costsByService, openReports, type Reports, september } from './open.ts'

let open: Reports
beforeEach(async () => {
  open = await openReports()
  await open.load('october.csv', {})
  await open.load('september.csv', { ...september, BilledCost: '4' }, 1)
})
afterEach(() => open.close())

const archive = (): string => open.ports.paths.archiveFolder
const fileOf = (runId: string, name: string): string => join(archive(), runId, 'files', name)

describe('a report', () => {
  it('comes into the archive whole, with its days, its files and their checksums', async () => {
    const run = await open.make({ formats: ['csv', 'xlsx', 'csv'], why: 'для бухгалтерии' })
    expect(run).toMatchObject({
      title: 'Расходы по сервисам',
      status: 'done',
      period: { from: '2026-10-01', to: '2026-10-31' },
      formats: ['csv', 'xlsx'],
      why: 'для бухгалтерии',
      byName: 'Анна',
      isDataSame: true,
      problem: null,
    })
    expect(run.files.map(({ format, state }) => [format, state])).toEqual([
      ['csv', 'sound'],
      ['xlsx', 'sound'],
    ])
    for (const { name, bytes } of run.files) {
      expect(name).toContain('Расходы по сервисам октябрь 2026')
      expect(readFileSync(fileOf(run.id, name)).length).toBe(bytes)
    }
    expect(readdirSync(archive())).toEqual([run.id])
    expect(readdirSync(join(archive(), run.id)).sort()).toEqual(['document.json', 'files'])
  })

  it('is listed by words, by month and by the report that it is of', async () => {
    const { id } = await open.ask('reports.add', { name: 'Сервисы', spec: costsByService })
    const run = await open.make({ reportId: id })
    await open.make({ spec: { ...costsByService, title: 'Другой' } })
    const listed = async (input: object) =>
      (await open.ask('reports.listRuns', input)).items.map(({ title }) => title)
    expect(await listed({})).toEqual(['Другой', 'Расходы по сервисам'])
    expect(await listed({ search: 'СЕРВИСАМ' })).toEqual(['Расходы по сервисам'])
    expect(await listed({ reportId: id })).toEqual(['Расходы по сервисам'])
    expect(await listed({ month: '2026-10', limit: 1 })).toEqual(['Другой'])
    expect(await listed({ month: '2026-09' })).toEqual([])
    const all = await open.ask('reports.listRuns', {})
    expect(all).toMatchObject({ total: 2, retention: { months: null } })
    expect(all.bytes).toBeGreaterThan(0)
    const [kept] = (await open.ask('reports.list', {})).items
    expect(kept).toMatchObject({ name: 'Сервисы', lastRun: { id: run.id, status: 'done' } })
  })

  it('is handed over as it was made, and not when somebody has changed it', async () => {
    const run = await open.make()
    const [file] = run.files
    if (!file) throw new Error('no file')
    const { id, fileName } = await open.ask('reports.takeFile', { runId: run.id, fileId: file.id })
    expect(fileName).toBe(file.name)
    const taken = readFileSync(join(open.ports.paths.exportsFolder, `${id}.csv`))
    expect(taken.equals(readFileSync(fileOf(run.id, file.name)))).toBe(true)

    writeFileSync(fileOf(run.id, file.name), 'подменён')
    await expect(open.ask('reports.takeFile', { runId: run.id, fileId: file.id })).rejects.toMatchObject({
      code: 'report.fileChanged',
      details: { name: file.name },
    })
    expect((await open.runs())[0]?.files[0]?.state).toBe('changed')

    rmSync(fileOf(run.id, file.name))
    await expect(open.ask('reports.takeFile', { runId: run.id, fileId: file.id })).rejects.toThrow(
      'report.fileMissing',
    )
    expect(await open.ask('reports.verify', {})).toEqual({
      checked: 1,
      bad: [{ runId: run.id, title: 'Расходы по сервисам', name: file.name, state: 'missing' }],
    })
  })

  it('made again from the same data for the same moment is the same, byte by byte', async () => {
    const first = await open.make({ formats: ['csv', 'json', 'xlsx', 'pdf'] })
    open.ports.clock.advance(40 * 86_400_000)
    const { runId } = await open.ask('reports.repeat', { runId: first.id })
    const second = await open.ended(runId)
    expect(second).toMatchObject({
      status: 'done',
      period: first.period,
      asOfMs: first.asOfMs,
      dataVersion: first.dataVersion,
    })
    expect(second.files.map(({ name, sha256 }) => [name, sha256])).toEqual(
      first.files.map(({ name, sha256 }) => [name, sha256]),
    )
  })

  it('says that the data have changed since', async () => {
    const run = await open.make()
    await open.load(
      'more.csv',
      { ServiceName: 'S3', ResourceId: 'b-1', ChargePeriodStart: '2026-10-20T00:00:00Z' },
      1,
    )
    expect((await open.ask('reports.getRun', { runId: run.id })).run.isDataSame).toBe(false)
  })

  it('is compared with the same report of the days before, figure by figure', async () => {
    const { id } = await open.ask('reports.add', { name: 'Сервисы', spec: costsByService })
    open.ports.clock.set('2026-10-10T09:00:00Z')
    const before = await open.make({ reportId: id })
    open.ports.clock.set('2026-11-20T09:00:00Z')
    const after = await open.make({ reportId: id })
    const told = await open.ask('reports.compareRuns', { runId: after.id })
    expect(told.withRunId).toBe(before.id)
    expect(told.items).toContainEqual(
      expect.objectContaining({ block: 'Сервисы', name: 'EC2', unit: 'RUB', before: '4', after: '31.5' }),
    )
    expect((await open.ask('reports.compareRuns', { runId: after.id, withRunId: after.id })).items).toEqual(
      [],
    )
    expect(await open.ask('reports.compareRuns', { runId: before.id })).toEqual({
      withRunId: null,
      items: [],
      same: 0,
    })
  })

  it('goes from the archive with its files', async () => {
    const run = await open.make()
    await open.ask('reports.removeRun', { runId: run.id })
    expect(readdirSync(archive())).toEqual([])
    await expect(open.ask('reports.getRun', { runId: run.id })).rejects.toThrow('report.runNotFound')
  })

  it('stays for as many months as it should, and all of the running year', async () => {
    open.ports.clock.set('2025-02-10T09:00:00Z')
    const old = await open.make()
    open.ports.clock.set('2026-01-15T09:00:00Z')
    const recent = await open.make()
    open.ports.clock.set('2026-11-20T09:00:00Z')
    expect(await open.ask('reports.updateRetention', { months: 3 })).toEqual({ removed: 1 })
    expect((await open.runs()).map(({ id }) => id)).toEqual([recent.id])
    expect(existsSync(join(archive(), old.id))).toBe(false)
    expect(await open.ask('reports.updateRetention', { months: null })).toEqual({ removed: 0 })
  })
})

describe('a report that comes to nothing', () => {
  it('leaves what was there: an archive that cannot be written to', async () => {
    const good = await open.make()
    rmSync(archive(), { recursive: true })
    writeFileSync(archive(), 'a file in the place of the folder')
    const failed = await open.make()
    expect(failed).toMatchObject({
      status: 'failed',
      files: [],
      problem: { code: expect.stringMatching(/^report\./) },
    })
    rmSync(archive())
    mkdirSync(archive())
    expect(await open.make()).toMatchObject({ status: 'done' })
    expect((await open.runs()).map(({ status }) => status)).toEqual(['done', 'failed', 'done'])
    expect((await open.ask('reports.verify', {})).bad).toMatchObject([{ runId: good.id, state: 'missing' }])
  })

  it('says why where a format has nothing to show, and leaves no half', async () => {
    const words = { ...costsByService, blocks: [{ id: 'a', kind: 'text' as const, text: 'Слова' }] }
    expect(await open.make({ spec: words, formats: ['png'] })).toMatchObject({
      status: 'failed',
      problem: { code: 'report.empty' },
    })
    expect(readdirSync(archive())).toEqual([])
  })

  it('is stopped by hand, in the queue or at work, and the next one is made', async () => {
    const first = await open.ask('reports.start', { spec: costsByService, formats: ['csv'] })
    const second = await open.ask('reports.start', { spec: costsByService, formats: ['csv'] })
    await open.ask('reports.cancel', { runId: second.runId })
    const third = await open.ask('reports.start', { spec: costsByService, formats: ['csv'] })
    expect(await open.ended(second.runId)).toMatchObject({
      status: 'cancelled',
      problem: { code: 'report.cancelled' },
    })
    expect(await open.ended(first.runId)).toMatchObject({ status: 'done' })
    expect(await open.ended(third.runId)).toMatchObject({ status: 'done' })
    expect(readdirSync(archive())).toHaveLength(2)
  })

  it('tells that the program was closed before it was ready', async () => {
    const { folder, ports } = open
    const { runId } = await open.ask('reports.start', { spec: costsByService, formats: ['csv'] })
    await open.close()
    // What a killed program leaves besides.
    mkdirSync(join(archive(), 'id-00000000.part', 'files'), { recursive: true })
    const { createBackend } = await import('#main/backend/create-backend.ts')
    const backend = await createBackend(ports)
    const caller = { host: 'web', clientKey: 'owner-of-the-organisation' } as const
    const envelope = await backend.call('reports.getRun', { runId }, caller)
    expect(envelope).toMatchObject({
      ok: true,
      value: { run: { status: 'failed', problem: { code: 'report.interrupted' } } },
    })
    expect(readdirSync(archive())).toEqual([])
    await backend.close()
    open = await openReports(join(folder, 'again'))
  })

  it('refuses what is not there', async () => {
    await expect(open.make({ reportId: 'nothing' })).rejects.toThrow('report.notFound')
    await expect(open.ask('reports.cancel', { runId: 'x' })).rejects.toThrow('report.runNotFound')
    await expect(open.ask('reports.repeat', { runId: 'x' })).rejects.toThrow('report.runNotFound')
    await expect(open.ask('reports.removeRun', { runId: '../..' })).rejects.toThrow('report.runNotFound')
  })
})

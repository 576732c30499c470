import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportSpec } from '#shared/contract/report-spec.ts'
import { costsByService, openReports, type Reports } from './open.ts'

let open: Reports
beforeEach(async () => {
  open = await openReports()
})
afterEach(() => open.close())

const spec = reportSpec.parse(costsByService)
const where = [[{ dimension: 'service' as const, op: 'is' as const, values: ['EC2'] }]]

describe('reports that people keep', () => {
  it('stand by name, change and go', async () => {
    const { id } = await open.ask('reports.add', { name: 'Б', spec })
    await open.ask('reports.add', { name: 'а', spec })
    await expect(open.ask('reports.add', { name: 'Б', spec })).rejects.toThrow('report.nameTaken')
    await open.ask('reports.update', { id, name: 'В', spec: { ...spec, title: 'Новый' } })
    expect((await open.ask('reports.list', {})).items).toMatchObject([
      { name: 'а', schedules: 0, lastRun: null, byName: 'Анна' },
      { name: 'В', spec: { title: 'Новый' } },
    ])
    await open.ask('reports.remove', { id })
    await expect(open.ask('reports.update', { id, name: 'Г' })).rejects.toThrow('report.notFound')
    await expect(open.ask('reports.remove', { id })).rejects.toThrow('report.notFound')
  })

  it('hold a filter in its place', async () => {
    const filter = await open.ask('costFilters.add', { name: 'Прод', where })
    await open.ask('reports.add', { name: 'Сервисы', spec: { ...spec, filterId: filter.id } })
    await expect(open.ask('costFilters.remove', { id: filter.id })).rejects.toMatchObject({
      code: 'costFilter.inUse',
      details: { name: 'Прод', count: 1 },
    })
  })
})

describe('a report as a file', () => {
  async function asFile() {
    const filter = await open.ask('costFilters.add', { name: 'Прод', where })
    const tag = await open.ask('allocation.addTag', { name: 'Отдел', kind: 'department', rules: [] })
    const rich = reportSpec.parse({
      ...costsByService,
      filterId: filter.id,
      blocks: [
        { id: 'a', kind: 'table', view: { groupBy: [`virtual:${tag.id}`, 'service'], budgetId: null } },
        { id: 'b', kind: 'showback', hierarchyId: 'h-gone' },
      ],
    })
    const file = await open.ask('reports.export', { name: 'Сервисы: отделы', spec: rich })
    return { ...file, rich }
  }

  it('comes back as it was, where everything in it is there', async () => {
    const { text, fileName, rich } = await asFile()
    expect(fileName).toBe('Сервисы_ отделы.infrazen-report.json')
    const read = await open.ask('reports.read', { text })
    expect(read.missing).toEqual(['h-gone'])
    expect(read.spec).toEqual({
      ...rich,
      blocks: rich.blocks.map((block) =>
        block.kind === 'showback' ? { ...block, hierarchyId: null } : block,
      ),
    })
  })

  it('finds on another installation what is called alike, and names what is not there', async () => {
    const { text } = await asFile()
    const other = await openReports()
    const bare = await other.ask('reports.read', { text })
    expect(bare.missing).toEqual(['Отдел', 'h-gone'])
    // The filter's conditions hold, and what cannot be grouped by is taken out.
    expect(bare.spec).toMatchObject({
      filterId: null,
      where,
      blocks: [{ view: { groupBy: ['service'] } }, {}],
    })

    const tag = await other.ask('allocation.addTag', { name: 'Отдел', kind: 'department', rules: [] })
    const filter = await other.ask('costFilters.add', { name: 'Прод', where })
    const met = await other.ask('reports.read', { text })
    expect(met.spec).toMatchObject({
      filterId: filter.id,
      where: [],
      blocks: [{ view: { groupBy: [`virtual:${tag.id}`, 'service'] } }, {}],
    })
    await other.close()
  })

  it.each([
    ['not JSON', 'report.badFile'],
    ['[]', 'report.badFile'],
    ['{"format":"infrazen-view","version":1}', 'report.badFile'],
    ['{"format":"infrazen-report","version":1,"name":"x","spec":{},"names":{}}', 'report.badFile'],
    ['{"format":"infrazen-report","version":2}', 'report.newerFile'],
  ])('is refused: %s', async (text, code) => {
    await expect(open.ask('reports.read', { text })).rejects.toThrow(code)
  })
})

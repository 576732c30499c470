import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listMappings } from '#main/queries/imports-settings.query.ts'
import type { MappingSpec } from '#shared/contract/imports.ts'
import { type ImportDesk, openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusDays } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await openImportDesk(tempFolder())
})
afterEach(() => desk.close())

const table = (cost: string) =>
  `Когда;Что;Почём, руб.\n05.10.2026;Аренда;${cost}\n06.10.2026;Аренда;"1 200,50"\n`

const spec: MappingSpec = {
  provider: 'other',
  account: 'Серверная',
  currency: 'RUB',
  columns: { date: 'Когда', service: 'Что', cost: 'Почём, руб.' },
  tags: [],
  dateOrder: 'dayFirst',
  decimal: ',',
}

describe('a table that nobody knows', () => {
  it('is read once a person has said what is what, and the next one like it by itself', async () => {
    const before = desk.dump()
    const asked = await desk.read(desk.write('october.csv', table('100')))
    expect(asked).toMatchObject({ status: 'asking', rowsIn: 0, problem: null })
    expect(desk.get(asked.id).reading?.questions).toEqual(['mapping'])
    expect(desk.dump()).toEqual(before)
    const sample = desk.imports.getSample(desk.session, asked.id)
    expect(sample.header).toEqual(['Когда', 'Что', 'Почём, руб.'])
    expect(sample.rows[0]).toEqual(['05.10.2026', 'Аренда', '100'])
    expect(sample.proposal.columns).toMatchObject({ cost: 'Почём, руб.' })

    desk.imports.answer(desk.session, {
      id: asked.id,
      answers: { mapping: spec, mappingName: 'Аренда' },
    })
    await desk.imports.whenIdle()
    expect(desk.get(asked.id).item).toMatchObject({ status: 'ready', source: 'mapped', rowsKept: 2 })
    desk.imports.commit(desk.session, { id: asked.id, mode: 'replace' })
    expect(desk.counted()).toEqual(['2026-10-05 100 RUB', '2026-10-06 1200.5 RUB'])

    const [mapping] = listMappings(desk.scope).items
    expect(mapping).toMatchObject({ name: 'Аренда', header: ['Когда', 'Что', 'Почём, руб.'], spec })
    const next = await desk.read(desk.write('corrected.csv', table('90')))
    expect(next).toMatchObject({ status: 'ready', source: 'mapped', rowsKept: 2 })
    expect(desk.get(next.id).reading?.mappingId).toBe(mapping?.id)

    desk.imports.removeMapping(desk.session, mapping?.id ?? 0)
    expect((await desk.read(desk.write('later.csv', table('80')))).status).toBe('asking')
  })

  it('is asked about again when it is thrown away and brought back', async () => {
    const { id } = await desk.read(desk.write('october.csv', table('100')))
    await desk.imports.remove(desk.session, id)
    expect(desk.list()).toEqual([])
    expect((await desk.read(desk.write('october.csv', table('100')))).status).toBe('asking')
  })
})

describe('parts of one delivery', () => {
  it('come in as one, with their manifest, and are committed in one', async () => {
    const parts = [csvOf(focusDays(2)), csvOf(focusDays(4).slice(2))]
    const paths = parts.map((content, at) => desk.write(`part_${at}_0001.csv`, content))
    const manifest = desk.write(
      'manifest.json',
      JSON.stringify({
        blobCount: 2,
        blobs: [{ blobName: 'part_0_0001.csv' }, { blobName: 'part_1_0001.csv' }],
      }),
    )
    const read = await desk.read(...paths, manifest)
    expect(read).toMatchObject({ status: 'ready', files: 3, rowsKept: 4 })
    expect(desk.list()).toHaveLength(1)
    desk.imports.commit(desk.session, { id: read.id, mode: 'replace' })
    expect(desk.counted()).toHaveLength(4)
  })

  it('wait for the one that is missing', async () => {
    const path = desk.write('part_0_0001.csv', csvOf(focusDays(2)))
    const manifest = desk.write(
      'manifest.json',
      JSON.stringify({
        blobCount: 2,
        blobs: [{ blobName: 'part_0_0001.csv' }, { blobName: 'part_1_0001.csv' }],
      }),
    )
    const read = await desk.read(path, manifest)
    expect(read.problem).toMatchObject({
      code: 'import.manifestMissing',
      details: { names: 'part_1_0001.csv' },
    })
  })
})

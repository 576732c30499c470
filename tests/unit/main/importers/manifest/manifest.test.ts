import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { groupDeliveries } from '#main/importers/manifest/group-deliveries.ts'
import { csvOf, focusRow } from '#tests/support/imports.ts'
import { look, readLines } from '#tests/support/read-delivery.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const given = (path: string) => ({ path, name: path.split('/').at(-1) ?? '' })
const names = async (paths: string[]) =>
  (await groupDeliveries(paths.map(given))).map((group) => group.map(({ name }) => name))

const day = (cost: string): string => csvOf([focusRow({ BilledCost: cost })])

function delivery(folder: string): string[] {
  const paths = ['part_0_0001.csv', 'part_1_0001.csv.gz'].map((name) => join(folder, name))
  writeFileSync(paths[0] ?? '', day('1'))
  writeFileSync(paths[1] ?? '', gzipSync(day('2.5')))
  const manifest = join(folder, 'manifest.json')
  const blobs = ['part_0_0001.csv', 'part_1_0001.csv.gz'].map((name) => ({
    blobName: `focus/20261001-20261031/x/${name}`,
  }))
  writeFileSync(manifest, JSON.stringify({ manifestVersion: '2024-04-01', blobs }))
  return [...paths, manifest]
}

describe('deliveries in parts', () => {
  test('a manifest of Azure holds its parts together, and they are read as one', async () => {
    const paths = delivery(tempFolder())
    expect(await names(paths)).toEqual([['part_0_0001.csv', 'part_1_0001.csv.gz', 'manifest.json']])
    const { reading, sum } = await readLines(paths)
    expect(reading.hasManifest).toBe(true)
    expect(sum('billed')).toBe('3.5')
  })

  test('what the manifest lists and nobody gave is named; nothing else is opened', async () => {
    const folder = tempFolder()
    const [first = '', , manifest = ''] = delivery(folder)
    await expect(look([first, manifest])).rejects.toMatchObject({
      code: 'import.manifestMissing',
      details: { names: 'part_1_0001.csv.gz' },
    })
    writeFileSync(
      manifest,
      JSON.stringify({ dataFiles: ['s3://fake/data/part_0_0001.csv', '../../etc/passwd'] }),
    )
    await expect(look([first, manifest])).rejects.toMatchObject({ details: { names: 'passwd' } })
  })

  test.each(['dataFiles', 'reportKeys', 'files'])("AWS's manifest lists by %s", async (key) => {
    const folder = tempFolder()
    const data = join(folder, 'focus-00001.csv')
    writeFileSync(data, day('1'))
    const manifest = join(folder, 'focus-Manifest.json')
    writeFileSync(
      manifest,
      JSON.stringify({ executionId: 'x', [key]: [`s3://fake/focus/data/${given(data).name}`] }),
    )
    expect(await names([manifest, data])).toEqual([['focus-00001.csv', 'focus-Manifest.json']])
  })

  test('parts of the same name belong to the manifest beside them', async () => {
    const folder = tempFolder()
    for (const month of ['05', '06']) mkdirSync(join(folder, month))
    const groups = await groupDeliveries(
      [...delivery(join(folder, '05')), ...delivery(join(folder, '06'))].map(given),
    )
    expect(groups.map((group) => new Set(group.map(({ path }) => path.split('/').at(-2))))).toEqual([
      new Set(['05']),
      new Set(['06']),
    ])
  })

  test('numbered parts without a manifest are one; other files are each for themselves', async () => {
    expect(
      await names(['/a/focus-00002.csv.gz', '/a/focus-00001.csv.gz', '/a/март.csv', '/a/other-00001.csv']),
    ).toEqual([['focus-00001.csv.gz', 'focus-00002.csv.gz'], ['март.csv'], ['other-00001.csv']])
    expect(await names(['/05/focus-00001.csv', '/06/focus-00001.csv'])).toEqual([
      ['focus-00001.csv'],
      ['focus-00001.csv'],
    ])
  })
})

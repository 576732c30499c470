import { appendFileSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getFolder } from '#main/queries/imports-settings.query.ts'
import { closedMonths } from '#main/store/schema/rates.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type ImportDesk, openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusDays } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let folder = ''
let watched = ''
let desk: ImportDesk

beforeEach(async () => {
  folder = tempFolder()
  watched = join(folder, 'bills')
  mkdirSync(watched)
  desk = await openImportDesk(folder)
  desk.imports.updateFolder(desk.session, { path: watched, isOn: true })
  await desk.imports.whenIdle()
})
afterEach(() => desk.close())

const put = (name: string, content: string): string => {
  const path = join(watched, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function look(times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    desk.imports.lookIntoFolders()
    await desk.imports.whenIdle()
  }
}

const seen = (): string[] => desk.list().map(({ fileName, status }) => `${fileName} ${status}`)
const october = (cost = '10.5') => csvOf(focusDays(2, { BilledCost: cost, EffectiveCost: cost }))

describe('a file that appears in the folder', () => {
  it('comes in by itself once it is whole, and once', async () => {
    const path = put('october.csv', october())
    await look()
    appendFileSync(path, csvOf(focusDays(3)).split('\n').slice(3).join('\n'))
    await look()
    expect(seen()).toEqual([])
    await look()
    expect(seen()).toEqual(['october.csv committed'])
    expect(desk.counted()).toHaveLength(3)
    expect(desk.told).toContain('data.changed')
    await look(3)
    expect(seen()).toHaveLength(1)
  })

  it('comes in again when it has changed', async () => {
    const path = put('october.csv', october())
    await look(2)
    writeFileSync(path, october('12'))
    utimesSync(path, 2_000_000_000, 2_000_000_000)
    await look(2)
    expect(seen()).toEqual(['october.csv committed', 'october.csv committed'])
    expect(desk.counted()).toEqual(['2026-10-05 12 RUB', '2026-10-06 12 RUB'])
  })

  it('is passed over under a name of what is not whole yet, and too deep down', async () => {
    for (const name of ['~$bill.csv', '.bill.csv', 'bill.csv.tmp', 'bill.csv.part', 'bill.csv.crdownload'])
      put(name, october())
    put('a/b/c/deep.csv', october())
    put('a/b/c/d/deeper.csv', october('1'))
    put('notes.docx', 'x')
    await look(3)
    expect(seen()).toEqual(['deep.csv committed'])
  })

  it('waits for a person where rows were not understood, or nothing is known of it', async () => {
    put('broken.csv', `${october()}x${october().split('\n')[1]?.replace('10.5', 'десять')}\n`)
    put('table.csv', 'a,b\n1,2\n')
    await look(2)
    expect(seen().sort()).toEqual(['broken.csv ready', 'table.csv asking'])
    expect(desk.counted()).toEqual([])
  })

  it('waits where a day would become less than half of what it is', async () => {
    await desk.load(desk.write('october.csv', october('100')))
    put('smaller.csv', october('40'))
    put('other.csv', csvOf(focusDays(2, { BillingAccountId: '2' })))
    await look(2)
    expect(seen().sort()).toEqual(['october.csv committed', 'other.csv committed', 'smaller.csv ready'])
  })

  it('waits where a month is closed', async () => {
    desk.store.transaction((db) =>
      db
        .insert(closedMonths)
        .values({ workspaceId: 'w1', month: '2026-10', closedAtMs: 1, rates: { rule: 'day', rates: [] } })
        .run(),
    )
    put('october.csv', october())
    await look(2)
    expect(seen()).toEqual(['october.csv ready'])
    const [{ id } = { id: 0 }] = desk.list()
    expect(desk.get(id).differences).toMatchObject([{ isClosed: true }])
  })
})

describe('a delivery in parts', () => {
  const part = (at: number): void => {
    put(`part_${at}_0001.csv`, csvOf(focusDays(2, { ResourceId: `i-${at}` })))
  }
  const manifest = JSON.stringify({
    blobCount: 2,
    blobs: [{ blobName: 'part_0_0001.csv' }, { blobName: 'part_1_0001.csv' }],
  })

  it('is read as a whole when its last part has come, and counts by itself', async () => {
    put('manifest.json', manifest)
    part(0)
    await look(2)
    expect(desk.list().map(({ problem }) => problem?.code)).toEqual(['import.manifestMissing'])
    part(1)
    await look(2)
    expect(seen()).toEqual(['part_0_0001.csv committed'])
    expect(desk.counted()).toEqual(['2026-10-05 21 RUB', '2026-10-06 21 RUB'])
  })

  it('waits for a person where a part stands alone', async () => {
    part(1)
    await look(2)
    expect(seen()).toEqual(['part_1_0001.csv ready'])
    expect(desk.counted()).toEqual([])
  })
})

describe('a link', () => {
  it('out of the folder is not followed, and that is said once', async () => {
    const outside = desk.write('outside.csv', october())
    symlinkSync(outside, join(watched, 'link.csv'))
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'elsewhere', 'hidden.csv'), october())
    symlinkSync(join(folder, 'elsewhere'), join(watched, 'folder'))
    await look(4)
    expect(seen().sort()).toEqual(['folder failed', 'link.csv failed'])
    expect(desk.list().map(({ problem }) => problem?.code)).toEqual([
      'import.linkOutside',
      'import.linkOutside',
    ])
    expect(desk.counted()).toEqual([])
  })

  it('within the folder brings nothing in twice', async () => {
    symlinkSync(put('october.csv', october()), join(watched, 'link.csv'))
    symlinkSync(watched, join(watched, 'itself'))
    await look(3)
    expect(seen()).toEqual(['october.csv committed'])
  })
})

describe('the folder itself', () => {
  const codeOf = (path: string): string => {
    try {
      desk.imports.updateFolder(desk.session, { path, isOn: true })
      return 'ok'
    } catch (error) {
      return error instanceof AppError ? error.code : String(error)
    }
  }

  it('has to be one, and none of the program’s own', () => {
    expect(codeOf(join(folder, 'nowhere'))).toBe('import.badFolder')
    expect(codeOf(desk.write('file.csv', 'a'))).toBe('import.badFolder')
    expect(codeOf('bills')).toBe('import.badFolder')
    expect(codeOf(desk.ports.paths.dataFolder)).toBe('import.badFolder')
    expect(codeOf(watched)).toBe('ok')
  })

  it('says what is wrong while it is away, and goes on when it is back', async () => {
    rmSync(watched, { recursive: true })
    await look()
    expect(getFolder(desk.scope)).toMatchObject({ isOn: true, problem: { code: 'import.badFolder' } })
    mkdirSync(watched)
    put('october.csv', october())
    await look(2)
    expect(getFolder(desk.scope).problem).toBeNull()
    expect(seen()).toEqual(['october.csv committed'])
  })

  it('is not looked into any more when a person says so', async () => {
    put('october.csv', october())
    desk.imports.updateFolder(desk.session, { path: watched, isOn: false })
    await look(3)
    desk.imports.updateFolder(desk.session, { path: null, isOn: false })
    await look(3)
    expect(seen()).toEqual([])
    expect(getFolder(desk.scope).path).toBeNull()
  })
})

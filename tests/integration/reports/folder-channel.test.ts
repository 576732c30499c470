import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Parcel } from '#main/services/reports/channels/channel.ts'
import { createFolderChannel } from '#main/services/reports/channels/folder.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

let folder: string
let ours: Set<string>
beforeEach(() => {
  folder = join(tempFolder(), 'Бухгалтерия')
  mkdirSync(folder)
  ours = new Set()
})

/** A report of one file, which stays in the archive from then on. */
function parcel(text: string, name = 'Отчёт за октябрь.csv'): Parcel {
  const path = join(tempFolder(), 'a.csv')
  writeFileSync(path, text)
  ours.add(hash(text))
  return {
    workspaceId: 'w1',
    title: 'Отчёт',
    organisation: 'Ромашка',
    language: 'ru',
    period: null,
    files: [{ name, path, bytes: Buffer.byteLength(text), sha256: hash(text) }],
  }
}

const send = (what: Parcel, path = folder, move?: typeof rename) =>
  createFolderChannel({ isOurs: (_, sha256) => ours.has(sha256), ...(move ? { move } : {}) }).send(
    { kind: 'folder', path },
    what,
    new AbortController().signal,
  )
const there = () => readdirSync(folder).sort()
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('a folder', () => {
  it('gets the file whole and under its name; once more changes nothing', async () => {
    await send(parcel('1'))
    await send(parcel('1'))
    expect(there()).toEqual(['Отчёт за октябрь.csv'])
    expect(text('Отчёт за октябрь.csv')).toBe('1')
  })

  it('has an earlier report of ours replaced, and a file that somebody has changed left alone', async () => {
    await send(parcel('1'))
    await send(parcel('2'))
    expect([there(), text('Отчёт за октябрь.csv')]).toEqual([['Отчёт за октябрь.csv'], '2'])
    writeFileSync(join(folder, 'Отчёт за октябрь.csv'), 'правка главбуха')
    await send(parcel('3'))
    await send(parcel('4'))
    expect(there()).toEqual(['Отчёт за октябрь (2).csv', 'Отчёт за октябрь.csv'])
    expect(text('Отчёт за октябрь.csv')).toBe('правка главбуха')
    expect(text('Отчёт за октябрь (2).csv')).toBe('4')
  })

  it('may hold a folder of that name', async () => {
    mkdirSync(join(folder, 'Отчёт за октябрь.csv'))
    await send(parcel('1'))
    expect(text('Отчёт за октябрь (2).csv')).toBe('1')
  })

  it.each(['EBUSY', 'EPERM', 'EACCES'])('says that the file is open elsewhere: %s', async (code) => {
    await send(parcel('1'))
    const locked = async (): Promise<void> => {
      throw Object.assign(new Error('locked'), { code })
    }
    await expect(send(parcel('2'), folder, locked)).rejects.toMatchObject({
      code: 'delivery.fileLocked',
      details: { name: 'Отчёт за октябрь.csv' },
    })
    expect([there(), text('Отчёт за октябрь.csv')]).toEqual([['Отчёт за октябрь.csv'], '1'])
  })

  it('says that it is gone, that it is no folder, or no whole path', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const path of [join(folder, 'нет'), file, 'отчёты', '../x'])
      await expect(send(parcel('1'), path)).rejects.toMatchObject({
        code: 'delivery.folderGone',
        details: { path },
      })
  })

  it('says that it is gone when that happens in the middle', async () => {
    const vanishing: typeof rename = async (from, to) => {
      rmSync(folder, { recursive: true })
      await rename(from, to)
    }
    await expect(send(parcel('1'), folder, vanishing)).rejects.toThrow('delivery.folderGone')
  })

  it('says that there is no room, and keeps no half', async () => {
    const what = parcel('1')
    // A device that is always full stands where the file would be written first.
    symlinkSync('/dev/full', join(folder, `.${what.files[0]?.sha256.slice(0, 16)}.part`))
    await expect(send(what)).rejects.toThrow('delivery.noSpace')
    expect(there()).toEqual([])
  })

  it('says that the name is too long for it', async () => {
    await expect(send(parcel('1', `${'д'.repeat(200)}.csv`))).rejects.toThrow('delivery.badName')
  })

  it('is not written to any more when that was stopped', async () => {
    const channel = createFolderChannel({ isOurs: () => false })
    const sent = channel.send(
      { kind: 'folder', path: folder },
      parcel('1'),
      AbortSignal.abort(new Error('stopped')),
    )
    await expect(sent).rejects.toThrow('stopped')
    expect(there()).toEqual([])
  })
})

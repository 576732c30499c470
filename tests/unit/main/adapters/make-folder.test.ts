import { statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

it('makes a folder with all above it, for its owner alone, and leaves one that is there', () => {
  const folder = join(tempFolder(), 'deep', 'down')
  makeFolder(folder)
  makeFolder(folder)
  const modes = [dirname(folder), folder].map((path) => statSync(path).mode & 0o777)
  expect(modes).toEqual(process.platform === 'win32' ? modes : [0o700, 0o700])
})

it('says at once that a folder cannot be made', () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  const noPlace = process.platform === 'linux' ? ['/proc/infrazen', '/proc/infrazen/data'] : []
  for (const path of [file, join(file, 'inside', 'deep'), ...noPlace])
    expect(() => makeFolder(path), path).toThrow(/ENOENT|ENOTDIR|EEXIST/)
})

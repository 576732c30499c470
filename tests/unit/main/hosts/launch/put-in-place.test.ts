import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { putInPlace } from '#main/hosts/launch/put-in-place.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

function folder(path: string, name: string): string {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, name), name)
  return path
}

it('gives the place to the fresh folder whole and leaves nothing of the old one', () => {
  const base = tempFolder()
  const place = folder(join(base, 'page'), 'old.js')
  const fresh = folder(join(base, 'fresh'), 'new.js')
  putInPlace(fresh, place)
  expect(readdirSync(base)).toEqual(['page'])
  expect(readdirSync(place)).toEqual(['new.js'])
  expect(readFileSync(join(place, 'new.js'), 'utf8')).toBe('new.js')
})

it('works where nothing stood, and after a build that was killed in the middle', () => {
  const base = tempFolder()
  folder(join(base, 'fresh.old'), 'left.js')
  putInPlace(folder(join(base, 'fresh'), 'new.js'), join(base, 'page'))
  expect(readdirSync(base)).toEqual(['page'])
})

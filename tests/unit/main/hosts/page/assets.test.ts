import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from '#main/hosts/page/assets.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let root = ''
beforeEach(() => {
  const base = tempFolder()
  root = join(base, 'page')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<p>page</p>')
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'let a')
  writeFileSync(join(root, 'notes.txt'), 'not ours')
  writeFileSync(join(root, '.built.json'), 'hidden')
  writeFileSync(join(base, 'secret.json'), 'outside')
})

const bodyOf = (path: string): string | null => openPage(root)(path)?.body.toString() ?? null

describe('openPage', () => {
  it('serves a hashed file for ever and the page anew each time', () => {
    const page = openPage(root)
    expect(page('/assets/app-1a2b.js')).toMatchObject({
      mediaType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    })
    expect(page('/index.html')?.cacheControl).toBe('no-store')
  })

  it('keeps serving what it was opened with when the folder goes', () => {
    const page = openPage(root)
    rmSync(root, { recursive: true })
    expect(page('/')?.body.toString()).toBe('<p>page</p>')
    expect(page('/assets/app-1a2b.js')?.body.toString()).toBe('let a')
  })

  it.each(['/', '/resources', '/settings/profile', '/?from=2026-11-01', '/ресурсы'])(
    'answers the route %s with the page',
    (path) => expect(bodyOf(path)).toBe('<p>page</p>'),
  )

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/assets\\..\\..\\secret.json',
    '/%252e%252e%252fsecret.json',
    '/..%c0%afsecret.json',
    '/C:/secret.json',
    '/assets/app-1a2b.js%00.json',
    '/%E0%A4%A',
    '//evil.example',
    '/.built.json',
    '/notes.txt',
    '/assets/missing.js',
    'assets/app-1a2b.js',
    '/../page/../secret',
  ])('has nothing under %s', (path) => expect(bodyOf(path)).toBeNull())
})

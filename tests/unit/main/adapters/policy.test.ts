import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPolicy } from '#main/adapters/policy.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let path: string
beforeEach(() => {
  path = join(tempFolder(), 'policy.json')
})

const said = (text: string | Uint8Array) => {
  writeFileSync(path, text)
  return createPolicy(path).read()
}

describe('the administrator’s file', () => {
  it('says nothing where it is not', () => {
    expect(createPolicy(path).read()).toEqual({ isOffline: false, isBroken: false, path })
  })

  it('holds for what it names and for nothing else', () => {
    expect(said('{"offline": true}')).toEqual({ isOffline: true, isBroken: false, path })
    expect(said('{"offline": false}').isOffline).toBe(false)
    expect(said('{}').isOffline).toBe(false)
  })

  it('is read as Windows’ own editor writes it', () => {
    expect(said(Buffer.from('\ufeff{"offline": true}'))).toMatchObject({ isOffline: true, isBroken: false })
  })

  it.each([
    '',
    '{"offline": true',
    '{"offline": "yes"}',
    '{"offline": false, "proxy": "x"}',
    '[true]',
    'null',
    Buffer.from([0xff, 0xfe, 0x7b]),
    ' '.repeat(20_000),
  ])('counts as the strictest one where it cannot be read (%#)', (text) => {
    expect(said(text)).toEqual({ isOffline: true, isBroken: true, path })
  })

  it('counts as the strictest one where it is a folder', () => {
    mkdirSync(path)
    expect(createPolicy(path).read()).toMatchObject({ isOffline: true, isBroken: true })
  })

  it('holds as soon as it is there, and no longer than that', () => {
    const policy = createPolicy(path)
    expect(policy.read().isOffline).toBe(false)
    writeFileSync(path, '{"offline": true}')
    expect(policy.read().isOffline).toBe(true)
    rmSync(path)
    expect(policy.read().isOffline).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('holds though everybody may write it', () => {
    writeFileSync(path, '{"offline": true}')
    chmodSync(path, 0o666)
    expect(createPolicy(path).read()).toEqual({ isOffline: true, isBroken: false, path })
  })
})

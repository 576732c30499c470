import { describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodes } from '#main/hosts/exit-codes.ts'
import { describeWrongRuntime } from '#main/hosts/runtime.mjs'
import { localeOf } from '#main/hosts/terminal.ts'

describe('the runtime guard', () => {
  it.each([
    ['9', '20.20.2'],
    [undefined, '12.0.0'],
  ])('refuses Node-API %s and says what to do', (napi, node) => {
    expect(describeWrongRuntime({ napi, node })).toMatch(new RegExp(`${node}.*npm ci`))
  })

  it('accepts the Node-API that the store needs', () => {
    expect(describeWrongRuntime({ napi: '10', node: '22.14.0' })).toBeNull()
    expect(describeWrongRuntime(process.versions)).toBeNull()
  })
})

describe('exit codes', () => {
  it('tell a busy store and a missing permission from other failures', () => {
    expect(exitCodeOf('store.busy')).toBe(4)
    expect(exitCodeOf('store.noPermission')).toBe(77)
    expect(exitCodeOf('store.corrupt')).toBe(exitCodes.failed)
  })
})

describe('the language of the terminal', () => {
  it.each([
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'C.UTF-8' }, 'ru'],
    [{}, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  ] as const)('for %o is %s', (env, expected) => expect(localeOf(env)).toBe(expected))
})

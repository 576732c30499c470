import { describe, expect, it } from 'vitest'
import { planSetup } from '#renderer/app/vault/setup-plan.ts'
import type { VaultView } from '#shared/contract/vault.ts'

const state = (told: Partial<VaultView>): VaultView => ({
  kind: null,
  isOpen: false,
  keychain: 'ready',
  keychainDetail: null,
  passphrase: 'absent',
  connections: 0,
  ...told,
})

describe('choosing the keychain', () => {
  it('asks for nothing', () => {
    expect(planSetup(state({}), 'keychain', false)).toEqual({
      asks: 'nothing',
      startsOver: false,
      leavesBehind: null,
    })
  })

  it.each(['locked', 'damaged'] as const)('leaves behind what lies in a %s file', (passphrase) => {
    const plan = planSetup(state({ kind: 'passphrase', passphrase }), 'keychain', false)
    expect(plan).toEqual({ asks: 'nothing', startsOver: false, leavesBehind: 'file' })
  })

  it.each(['open', 'absent'] as const)('leaves nothing behind of an %s file', (passphrase) => {
    expect(planSetup(state({ kind: 'passphrase', passphrase }), 'keychain', false).leavesBehind).toBeNull()
  })
})

describe('choosing the file', () => {
  it.each([
    ['absent', false, 'new', false],
    ['locked', false, 'existing', false],
    ['locked', true, 'new', true],
    ['damaged', false, 'new', true],
    ['open', false, 'nothing', false],
  ] as const)('that is %s, a new one wanted: %s, asks for %s', (passphrase, isNew, asks, startsOver) => {
    expect(planSetup(state({ passphrase }), 'passphrase', isNew)).toEqual({
      asks,
      startsOver,
      leavesBehind: null,
    })
  })

  it('leaves behind what lies in a keychain that does not answer', () => {
    const plan = planSetup(state({ kind: 'keychain', keychain: 'missing' }), 'passphrase', false)
    expect(plan).toEqual({ asks: 'new', startsOver: false, leavesBehind: 'keychain' })
    expect(planSetup(state({ kind: 'keychain' }), 'passphrase', false).leavesBehind).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { afterFailure } from '#main/core/rules/delivery-tries.ts'

describe('a delivery that failed', () => {
  it('is tried again after longer and longer, twelve times at most', () => {
    const minutes: (number | null)[] = []
    let attempts = 0
    for (let tries = 0; tries < 12; tries += 1) {
      const after = afterFailure('delivery.fileLocked', attempts)
      attempts = after.attempts
      minutes.push(after.waitMs === null ? null : after.waitMs / 60_000)
    }
    expect(minutes).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360, 360, 360, null])
  })

  it('is not tried again where that mends nothing: a wrong password would lock the account', () => {
    for (const code of [
      'delivery.mailLogin',
      'delivery.mailRefused',
      'delivery.tooLarge',
      'report.fileChanged',
    ])
      expect(afterFailure(code, 0)).toEqual({ status: 'failed', attempts: 1, waitMs: null })
  })

  it('waits for a person without counting', () => {
    for (const code of ['delivery.offline', 'vault.locked'])
      expect(afterFailure(code, 3)).toEqual({ status: 'waiting', attempts: 3, waitMs: 300_000 })
  })
})

import { expect, it } from 'vitest'
import { createGate } from '#main/providers/beget/api/gate.ts'
import { AppError } from '#shared/errors/app-error.ts'

const fail = (code: 'provider.unreachable' | 'provider.serverError') => () =>
  Promise.reject(new AppError(code, { host: 'api.example' }))

it('a host that was out of reach twice running is not asked a third time', async () => {
  const gated = createGate()
  let asked = 0
  await expect(gated(fail('provider.unreachable'))).rejects.toMatchObject({ code: 'provider.unreachable' })
  await expect(gated(fail('provider.unreachable'))).rejects.toMatchObject({ code: 'provider.unreachable' })
  await expect(gated(async () => (asked += 1))).rejects.toMatchObject({ code: 'provider.unreachable' })
  expect(asked).toBe(0)
})

it('an answer in between opens the way again, and so does an error that came from the host itself', async () => {
  const gated = createGate()
  for (let round = 0; round < 3; round += 1) {
    await expect(gated(fail('provider.unreachable'))).rejects.toBeInstanceOf(AppError)
    await expect(gated(async () => round)).resolves.toBe(round)
  }
  await expect(gated(fail('provider.unreachable'))).rejects.toBeInstanceOf(AppError)
  await expect(gated(fail('provider.serverError'))).rejects.toBeInstanceOf(AppError)
  await expect(gated(fail('provider.unreachable'))).rejects.toBeInstanceOf(AppError)
  await expect(gated(async () => 'open')).resolves.toBe('open')
})

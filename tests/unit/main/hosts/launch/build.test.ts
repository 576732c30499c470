import { expect, it } from 'vitest'
import { forProduction } from '#main/hosts/launch/build.ts'

it('builds for production whatever the caller runs as, and gives the caller its own back', async () => {
  expect(process.env.NODE_ENV).toBe('test')
  expect(await forProduction(async () => process.env.NODE_ENV)).toBe('production')
  expect(process.env.NODE_ENV).toBe('test')
  await expect(forProduction(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(process.env.NODE_ENV).toBe('test')
})

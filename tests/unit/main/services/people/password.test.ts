import { describe, expect, it } from 'vitest'
import { STRONG } from '#main/adapters/guess-cost.ts'
import { hashPassword, verifyPassword } from '#main/services/people/password.ts'

const QUICK = { n: 2 ** 10, r: 8, p: 1 }
const TODAY = { n: 2 ** 11, r: 8, p: 1 }
const right = { isRight: true, isOutdated: true }
const wrong = { isRight: false, isOutdated: false }

describe('a hash', () => {
  it('costs 128 MB as programs are started, and says so', async () => {
    expect(STRONG.n * STRONG.r * 128).toBe(128 * 2 ** 20)
    const hash = await hashPassword('пароль', STRONG)
    expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('пароль', hash, STRONG)).toEqual({ isRight: true, isOutdated: false })
  })

  it('is another each time, for the same password', async () => {
    expect(await hashPassword('пароль', QUICK)).not.toBe(await hashPassword('пароль', QUICK))
  })

  it('knows its password by the parameters that it carries', async () => {
    const hash = await hashPassword('пароль', QUICK)
    expect(await verifyPassword('пароль', hash, TODAY)).toEqual(right)
    for (const other of ['Пароль', 'пароль ', ''])
      expect(await verifyPassword(other, hash, TODAY)).toEqual(wrong)
  })

  it('takes composed and decomposed letters for the same', async () => {
    const hash = await hashPassword('йод-ё'.normalize('NFC'), QUICK)
    expect(await verifyPassword('йод-ё'.normalize('NFD'), hash, TODAY)).toEqual(right)
  })

  it('fits nothing when it is missing or not one of ours', async () => {
    const hash = await hashPassword('пароль', QUICK)
    const doctored = [
      null,
      '',
      'пароль',
      hash.slice(0, -1),
      `${hash}x`,
      hash.replace('scrypt', 'plain'),
      hash.replace('$1024$', '$1025$'),
      hash.replace('$1024$', '$0$'),
      hash.replace('$8$1$', '$0$1$'),
    ]
    for (const stored of doctored) expect(await verifyPassword('пароль', stored, TODAY)).toEqual(wrong)
  })

  it.each(['scrypt$4194304$8$1$', 'scrypt$1048576$99$99$'])(
    'with the parameters %s is refused, not computed',
    async (head) => {
      const before = process.memoryUsage.rss()
      const tail = (await hashPassword('пароль', QUICK)).split('$').slice(4).join('$')
      expect(await verifyPassword('пароль', `${head}${tail}`, TODAY)).toEqual(wrong)
      expect(process.memoryUsage.rss() - before).toBeLessThan(512 * 2 ** 20)
    },
  )
})

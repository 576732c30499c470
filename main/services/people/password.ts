import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { GuessCost } from '#main/ports/guess-cost.ts'

const SALT_BYTES = 16
const KEY_BYTES = 32
/** What a doctored store may make us spend, at most. */
const MAX_N = 2 ** 20
const SHAPE = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/

type Hash = { cost: GuessCost; salt: Buffer; key: Buffer }

type Verdict = {
  isRight: boolean
  /** Right, but hashed with other parameters than today's: hash it anew while the password is at hand. */
  isOutdated: boolean
}

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, cost: GuessCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, cost)
  const { n, r, p } = cost
  return ['scrypt', n, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Does today's work for a hash that is missing or unreadable, so that the time taken tells nothing. */
export async function verifyPassword(
  password: string,
  stored: string | null,
  today: GuessCost,
): Promise<Verdict> {
  const hash = stored === null ? null : parse(stored)
  const { cost, salt, key } = hash ?? {
    cost: today,
    salt: randomBytes(SALT_BYTES),
    key: randomBytes(KEY_BYTES),
  }
  const isEqual = timingSafeEqual(await derive(password, salt, cost), key)
  const isRight = isEqual && hash !== null
  return { isRight, isOutdated: isRight && !isSame(cost, today) }
}

const isSame = (a: GuessCost, b: GuessCost): boolean => a.n === b.n && a.r === b.r && a.p === b.p

function parse(stored: string): Hash | null {
  const [, n = '', r = '', p = '', salt = '', key = ''] = SHAPE.exec(stored) ?? []
  const cost = { n: Number(n), r: Number(r), p: Number(p) }
  const isPossible = cost.n >= 2 && cost.n <= MAX_N && Number.isInteger(Math.log2(cost.n))
  if (!isPossible || cost.r < 1 || cost.p < 1 || cost.n * cost.r * cost.p > MAX_N * 8) return null
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

/** The same characters typed on another system may arrive composed differently. */
function derive(password: string, salt: Buffer, { n, r, p }: GuessCost): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * r * (n + p) + 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Keyring } from '#main/adapters/secrets/keychain.ts'

type Kept = Pick<Map<string, string>, 'get' | 'set' | 'delete'>

type FakeKeyring<K extends Kept> = Keyring & {
  kept: K
  /** What every entry was opened with: service and options. */
  opened: string[]
  /** After so many calls the process is as good as gone: everything fails. */
  dieAfter(calls: number): void
  /** Fails from now on with these words of the system; null: works again. */
  say(words: string | null, where?: 'constructor' | 'call'): void
  /** Calls made from now on wait until `release`. */
  hold(): void
  release(): void
}

/** Windows' bound: 2,560 bytes of UTF-16. */
const MAX_CHARS = 1280

/** The binding as its users see it. */
export const fakeKeyring = (): FakeKeyring<Map<string, string>> => keyringOver(new Map())

/** Over what an earlier start has kept; `onStep` is told of each call before it is done and after. */
export function keyringOver<K extends Kept>(kept: K, onStep = (): void => undefined): FakeKeyring<K> {
  const opened: string[] = []
  let left = Number.POSITIVE_INFINITY
  let refusal: { words: string; where: 'constructor' | 'call' } | null = null
  let gate = Promise.resolve()
  let release = (): void => undefined

  async function step<T>(work: () => T): Promise<T> {
    await gate
    if (refusal?.where === 'call') throw new Error(refusal.words)
    left -= 1
    if (left < 0) throw new Error('the process is gone')
    onStep()
    const result = work()
    onStep()
    return result
  }
  return {
    kept,
    opened,
    dieAfter: (calls) => {
      left = calls
    },
    say: (words, where = 'call') => {
      refusal = words === null ? null : { words, where }
    },
    hold: () => {
      gate = new Promise((resolve) => {
        release = resolve
      })
    },
    release: () => release(),
    AsyncEntry: class {
      readonly #name: string
      constructor(service: string, name: string, options: unknown) {
        if (refusal?.where === 'constructor') throw new Error(refusal.words)
        opened.push(`${service} ${JSON.stringify(options)}`)
        this.#name = name
      }
      getPassword = () => step(() => kept.get(this.#name) ?? null)
      setPassword = (value: string) =>
        step(() => {
          if (value.length > MAX_CHARS) throw new Error('the value is longer than 2560 bytes')
          // Half a character does not survive: strings go to the system as UTF-8.
          kept.set(this.#name, Buffer.from(value).toString())
        })
      deletePassword = () => step(() => kept.delete(this.#name))
    },
  }
}

/** What stays when the process ends: a file for each entry. */
export function keptInFolder(folder: string): Kept {
  mkdirSync(folder, { recursive: true })
  const fileOf = (name: string): string => join(folder, Buffer.from(name).toString('hex'))
  return {
    get: (name) => {
      try {
        return readFileSync(fileOf(name), 'utf8')
      } catch {
        return undefined
      }
    },
    set(name, value) {
      writeFileSync(fileOf(name), value)
      return new Map()
    },
    delete: (name) => {
      rmSync(fileOf(name), { force: true })
      return true
    },
  }
}

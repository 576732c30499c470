import type { Keyring } from '#main/adapters/secrets/keychain.ts'

type FakeKeyring = Keyring & {
  kept: Map<string, string>
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

/** The binding as its users see it: what a keychain keeps stays when the program is started again. */
export function fakeKeyring(kept = new Map<string, string>()): FakeKeyring {
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
    return work()
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

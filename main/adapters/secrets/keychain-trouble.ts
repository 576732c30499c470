import type { KeychainState } from '#main/ports/secrets.ts'

type Trouble = { state: Exclude<KeychainState, 'ready'>; detail: string | null }

const MAX_DETAIL = 200

/** Every system says it in its own words, and words are all that the binding hands on. */
const MEANINGS: readonly [state: Trouble['state'], said: RegExp][] = [
  // The binding is not there for this system, or something that it needs is not.
  ['missing', /native binding|cannot find (module|package)|shared object|dlopen|INFRAZEN_KEYCHAIN/i],
  // Linux: no bus, nobody on it who keeps secrets, or a keeper without a single collection.
  ['missing', /autolaunch|DBUS_SESSION_BUS_ADDRESS|not provided by any|ServiceUnknown|no result found/i],
  ['missing', /failed to connect to socket|connection refused|no such file or directory/i],
  // macOS: no default keychain. Windows: a session without a credential store.
  ['missing', /default keychain could not be found|NO_SUCH_LOGON_SESSION|logon session does not exist/i],
  [
    'locked',
    /prompt was dismissed|is locked|interaction is not allowed|user canceled|passphrase you entered/i,
  ],
]

/** What a refusal of the system's keychain means, and its own words, short enough for a sentence. */
export function readTrouble(thrown: unknown): Trouble {
  // Nobody answered in time: as a rule the system asks its owner for a password and waits.
  if (thrown instanceof DOMException) return { state: 'locked', detail: null }
  const said = (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s+/g, ' ').trim()
  const state = MEANINGS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'failed'
  const detail = said.length > MAX_DETAIL ? `${said.slice(0, MAX_DETAIL)}…` : said
  return { state, detail: detail || null }
}

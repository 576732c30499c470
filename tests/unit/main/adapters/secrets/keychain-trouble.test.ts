import { describe, expect, it } from 'vitest'
import { readTrouble } from '#main/adapters/secrets/keychain-trouble.ts'

const DBUS = 'Platform failure: DBus error:'

describe('what the system says of its keychain', () => {
  it.each([
    [`${DBUS} Using X11 for dbus-daemon autolaunch was disabled at compile time`, 'missing'],
    [`${DBUS} The name org.freedesktop.secrets was not provided by any .service files`, 'missing'],
    [`${DBUS} Failed to connect to socket /run/user/0/bus: No such file or directory`, 'missing'],
    ["Couldn't access platform storage: Secret Service: no result found", 'missing'],
    ['Cannot find native binding. npm has a bug related to optional dependencies', 'missing'],
    ['libdbus-1.so.3: cannot open shared object file', 'missing'],
    ['INFRAZEN_KEYCHAIN=off', 'missing'],
    ['A default keychain could not be found.', 'missing'],
    ['A specified logon session does not exist. It may already have been terminated.', 'missing'],
    ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    [`${DBUS} Did not receive a reply`, 'failed'],
    ['something new', 'failed'],
  ])('%s: %s', (message, state) => {
    expect(readTrouble(new Error(message))).toEqual({ state, detail: message })
  })

  it('nothing in time: it waits for its owner, and has no words', () => {
    const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    expect(readTrouble(late)).toEqual({ state: 'locked', detail: null })
  })

  it('is handed on in one line of bounded length', () => {
    const { detail } = readTrouble(new Error(`first\n\tsecond ${'x'.repeat(500)}`))
    expect(detail).toMatch(/^first second x+…$/)
    expect(detail).toHaveLength(201)
    expect(readTrouble(new Error(' \n')).detail).toBeNull()
  })
})

import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createIds } from '#main/adapters/ids.ts'
import { createInbox, type NodeInbox } from '#main/adapters/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let folder = ''
let bill = ''
let inbox: NodeInbox

beforeEach(() => {
  folder = tempFolder()
  bill = join(folder, 'bill.csv')
  writeFileSync(bill, 'a,b\n1,2\n')
  inbox = createInbox(join(folder, 'inbox'), createIds({ nowMs: () => 0 }))
})

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

function receive(name: string, text = 'a'): { token: string; path: string; name: string } {
  const place = inbox.receive(name)
  writeFileSync(place.path, text)
  return { ...place.keep(), path: place.path }
}

describe('a file that a person gave', () => {
  it('is found by its token and lies where it lay', () => {
    const { token, name, bytes } = inbox.give(bill)
    expect([name, bytes]).toEqual(['bill.csv', 8])
    expect(inbox.find(token)).toEqual({ path: bill, name: 'bill.csv', isOurs: false })
    inbox.drop(token)
    expect(inbox.find(token)).toBeNull()
    expect(existsSync(bill)).toBe(true)
  })

  it('is taken once', () => {
    const { token } = inbox.give(bill)
    expect(inbox.take(token)?.path).toBe(bill)
    expect(inbox.take(token)).toBeNull()
  })

  it('is not found when it has gone', () => {
    const { token } = inbox.give(bill)
    expect(inbox.find(`${token}x`)).toBeNull()
    utimesSync(bill, 0, 0)
    expect(inbox.find(token)).not.toBeNull()
  })

  it('is known by where a link leads, not by the link', () => {
    symlinkSync(bill, join(folder, 'link.csv'))
    const { token, name } = inbox.give(join(folder, 'link.csv'))
    expect([name, inbox.find(token)?.path]).toEqual(['link.csv', bill])
  })

  it('has to be a file', () => {
    mkdirSync(join(folder, 'bills.csv'))
    symlinkSync(join(folder, 'bills.csv'), join(folder, 'shortcut.csv'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dead.csv'))
    expect(codeOf(() => inbox.give(join(folder, 'bills.csv')))).toBe('import.isFolder')
    expect(codeOf(() => inbox.give(join(folder, 'shortcut.csv')))).toBe('import.isFolder')
    expect(codeOf(() => inbox.give(join(folder, 'dead.csv')))).toBe('import.fileGone')
    expect(codeOf(() => inbox.give(''))).toBe('import.fileGone')
    if (process.platform !== 'win32') expect(codeOf(() => inbox.give('/dev/null'))).toBe('import.notReadable')
  })
})

describe('a file that came over the wire', () => {
  it('goes with its note, under whatever name it came', () => {
    const { token, path, name } = receive('../../etc/passwd\u202Evsc')
    expect(name).toBe('passwd_vsc')
    expect(path.startsWith(inbox.folder)).toBe(true)
    inbox.drop(token)
    expect(readdirSync(inbox.folder)).toEqual([])
  })

  it('stays after its note was taken, until it is needed no more', () => {
    const { token, path } = receive('bill.csv')
    inbox.take(token)
    expect(readdirSync(inbox.folder)).toHaveLength(1)
    inbox.remove(path)
    expect(readdirSync(inbox.folder)).toEqual([])
  })

  it('leaves nothing when it did not arrive', () => {
    const place = inbox.receive('bill.csv')
    writeFileSync(place.path, 'half')
    place.discard()
    expect(readdirSync(inbox.folder)).toEqual([])
  })
})

describe('a token that is none', () => {
  it.each(['', 'none', '../bill', '..%2fbill', `${'a'.repeat(43)}/../x`, '__proto__', 'a'.repeat(65)])(
    'finds nothing: %s',
    (token) => {
      expect(inbox.find(token)).toBeNull()
      inbox.drop(token)
      expect(existsSync(bill)).toBe(true)
    },
  )

  it('cannot make a note have another file removed', () => {
    inbox.give(bill)
    const token = 'a'.repeat(43)
    writeFileSync(
      join(inbox.folder, `${token}.json`),
      JSON.stringify({ path: bill, name: 'x', isOurs: true }),
    )
    inbox.drop(token)
    inbox.remove(bill)
    expect(existsSync(bill)).toBe(true)
  })
})

it('forgets what was given long ago and never taken, except for what somebody needs', () => {
  const [old, needed] = [receive('old.csv'), receive('needed.csv')]
  inbox.take(needed.token)
  receive('new.csv')
  for (const name of readdirSync(inbox.folder))
    if (name.startsWith(old.token) || name.startsWith(needed.token))
      utimesSync(join(inbox.folder, name), 1, 1)
  inbox.sweep(1000, (path) => path === needed.path)
  expect(inbox.find(old.token)).toBeNull()
  expect(readdirSync(inbox.folder)).toHaveLength(3)
  expect(existsSync(needed.path)).toBe(true)
})

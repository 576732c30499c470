import { beforeEach, describe, expect, it } from 'vitest'
import { type AuditEntry, createDispatch } from '#main/backend/dispatch.ts'
import type { HandlersOf } from '#main/backend/handler.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import type { contract } from '#shared/contract/index.ts'
import { callNames } from '#shared/contract/names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'

type Handler = (input: unknown, context: { session: Session | null; caller: Caller }) => unknown

const caller: Caller = { host: 'cli', clientKey: 'client-a' }
const owner: Session = {
  id: 's1',
  userId: 'u1',
  workspaceId: 'w1',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
}
const CANARY = 'canary-Пароль-81'
const signIn = { userId: 'u9', workspaceId: 'w9', password: CANARY }

let ports: ReturnType<typeof testPorts>
let audited: AuditEntry[]
let emitted: [string, string | null][]
let sessions: (Session | null)[]
let asked: { input: unknown; session: Session | null }[]

beforeEach(() => {
  ports = testPorts('/nowhere')
  audited = []
  emitted = []
  sessions = [owner]
  asked = []
})

/** A gate in front of handlers that are the test's own. `sessions` are found in turn; the last one stays. */
function gate(own: Record<string, Handler> = {}, over: Partial<Ports & { audit: () => void }> = {}) {
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown, context: { session: Session | null; caller: Caller }) => {
        asked.push({ input, session: context.session })
        return own[name] ? own[name](input, context) : {}
      },
    ]),
  ) as HandlersOf<typeof contract>
  const { audit, ...portsOver } = over
  return createDispatch({
    ports: { ...ports, ...portsOver },
    handlers,
    findSession: () => (sessions.length > 1 ? sessions.shift() : sessions[0]) ?? null,
    audit: audit ?? ((entry) => audited.push(entry)),
    emit: (name, workspaceId) => emitted.push([name, workspaceId]),
  })
}

const codeOf = async (answer: ReturnType<ReturnType<typeof gate>>): Promise<string> => {
  const envelope = await answer
  return envelope.ok ? 'ok' : envelope.error.code
}

describe('names', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'app.getState ', 'app'])(
    'knows no call %j',
    async (name) => {
      expect(await gate()(name, {}, caller)).toEqual({
        ok: false,
        error: { code: 'call.unknown', details: {}, ref: null },
      })
      expect(asked).toEqual([])
    },
  )

  it.each([
    [['app.getState']],
    [{ toString: (): string => 'app.getState' }],
    [Symbol('app.getState')],
    [null],
  ])('knows no call that only turns into a name', async (name) => {
    expect(await codeOf(gate()(name as unknown as string, {}, caller))).toBe('call.unknown')
  })
})

describe('parse', () => {
  it.each([null, undefined, 'text', 7, [], [{}], () => 1, new Date(0)])(
    'refuses an input that is not an object',
    async (input) => {
      expect(await codeOf(gate()('people.signIn', input, caller))).toBe('input.invalid')
      expect(asked).toEqual([])
    },
  )

  it('names the field and what is wrong with it', async () => {
    expect(await gate()('people.signIn', { ...signIn, userId: 7 }, caller)).toMatchObject({
      error: { code: 'input.invalid', details: { field: 'userId', problem: 'invalid_type' } },
    })
  })

  it('refuses keys beyond the contract, __proto__ too', async () => {
    const planted = JSON.parse('{"language":"ru","__proto__":{"role":"owner"}}')
    expect(await codeOf(gate()('settings.update', planted, caller))).toBe('input.invalid')
    expect(await codeOf(gate()('settings.update', { role: 'owner' }, caller))).toBe('input.invalid')
    expect(asked).toEqual([])
  })

  it('gives the handler what the schema made of the input', async () => {
    await gate()('people.updateProfile', { userName: '  Анна  ' }, caller)
    expect(asked[0]?.input).toEqual({ userName: 'Анна' })
  })

  it('refuses what is too large before looking into it', async () => {
    const million = 'я'.repeat(1_000_001)
    expect(await codeOf(gate()('people.unlock', { password: million }, caller))).toBe('call.tooLarge')
    expect(await codeOf(gate()('people.unlock', { password: [million] }, caller))).toBe('call.tooLarge')
    expect(await codeOf(gate()('people.unlock', new Array(60_000).fill(0), caller))).toBe('call.tooLarge')
    expect(await codeOf(gate()('people.unlock', new Uint8Array(2_000_000), caller))).toBe('call.tooLarge')
  })

  it('survives an input that holds itself', async () => {
    const input: Record<string, unknown> = {}
    input.self = input
    expect(await codeOf(gate()('people.unlock', input, caller))).toBe('call.tooLarge')
  })

  it('survives an input whose fields throw', async () => {
    const input = Object.defineProperty({}, 'password', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(await codeOf(gate()('people.unlock', input, caller))).toBe('internal')
  })
})

describe('caller and permission', () => {
  it('lets anybody make a public call', async () => {
    sessions = [null]
    expect(await codeOf(gate()('people.startDemo', {}, caller))).toBe('ok')
  })

  it('asks strangers to sign in', async () => {
    sessions = [null]
    expect(await codeOf(gate()('people.touch', {}, caller))).toBe('auth.required')
    expect(await codeOf(gate()('backups.add', {}, caller))).toBe('auth.required')
    expect(asked).toEqual([])
  })

  it('refuses what the role does not grant', async () => {
    sessions = [{ ...owner, role: 'admin' }]
    expect(await gate()('backups.add', {}, caller)).toMatchObject({
      error: { code: 'auth.forbidden', details: { role: 'admin' } },
    })
    expect(asked).toEqual([])
  })

  it('gives no grant to a role that does not exist', async () => {
    sessions = [{ ...owner, role: 'constructor' as 'owner' }]
    expect(await codeOf(gate()('connections.list', {}, caller))).toBe('auth.forbidden')
    expect(asked).toEqual([])
  })

  it('lets a locked session do only what works locked', async () => {
    sessions = [{ ...owner, isLocked: true }]
    const call = gate()
    expect(await codeOf(call('people.unlock', { password: 'x' }, caller))).toBe('ok')
    expect(await codeOf(call('people.signOut', {}, caller))).toBe('ok')
    for (const name of ['app.getAbout', 'people.touch', 'people.lock', 'people.startDemo', 'backups.list'])
      expect(await codeOf(call(name, {}, caller))).toBe('auth.locked')
    expect(await codeOf(call('people.signIn', signIn, caller))).toBe('auth.locked')
  })

  it('hands the session to the handler', async () => {
    await gate()('people.touch', {}, caller)
    expect(asked[0]?.session).toEqual(owner)
  })
})

describe('run', () => {
  it('answers with the value', async () => {
    expect(await gate()('people.touch', {}, caller)).toEqual({ ok: true, value: {} })
  })

  it('tells expected failures by their code and details', async () => {
    const fail = () => {
      throw new AppError('workspace.nameTaken', { name: 'Ромашка' })
    }
    expect(await gate({ 'people.touch': fail })('people.touch', {}, caller)).toEqual({
      ok: false,
      error: { code: 'workspace.nameTaken', details: { name: 'Ромашка' }, ref: null },
    })
  })

  it.each([
    new Error('secret plan'),
    'text',
    undefined,
    null,
    Symbol('s'),
    Object.create(null),
    {
      toString: () => {
        throw new Error('no')
      },
    },
  ])('turns anything else that is thrown into an internal error with a reference', async (thrown) => {
    const fail = () => {
      throw thrown
    }
    const answer = await gate({ 'people.touch': fail })('people.touch', {}, caller)
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', details: {}, ref: expect.stringMatching(/^.{8}$/) },
    })
    expect(ports.lines.at(-1)).toMatchObject({ level: 'error', event: 'call.crashed' })
  })

  it('finds the reference in the log together with the stack', async () => {
    const fail = async () => {
      throw new Error('the cause')
    }
    const answer = await gate({ 'people.touch': fail })('people.touch', {}, caller)
    const ref = answer.ok ? null : answer.error.ref
    expect(ports.lines.at(-1)?.facts).toMatchObject({ ref, stack: expect.stringContaining('the cause') })
  })

  it.each([
    ['less', { 'backups.add': () => ({ id: 'b' }) }],
    ['more', { 'backups.add': () => ({ id: 'b', atMs: 1, bytes: 1, reason: 'manual', passwordHash: 'x' }) }],
    [
      'nested more',
      {
        'backups.list': () => ({
          folder: '',
          items: [{ id: 'b', atMs: 1, bytes: 1, reason: 'manual', x: 1 }],
        }),
      },
    ],
    ['undefined', { 'people.touch': () => ({ a: undefined }) }],
  ])('refuses an answer that says %s than the contract', async (_, own: Record<string, Handler>) => {
    const [name = ''] = Object.keys(own)
    expect(await codeOf(gate(own)(name, {}, caller))).toBe('internal')
  })

  it('leaves answers unchecked where the host says so', async () => {
    const call = gate({ 'backups.add': () => ({ id: 'b' }) }, { checksOutputs: false })
    expect(await codeOf(call('backups.add', {}, caller))).toBe('ok')
  })
})

describe('audit', () => {
  it('records a command with who, what, when and how it ended', async () => {
    await gate()('people.updateProfile', { userName: 'Анна' }, caller)
    expect(audited).toEqual([
      {
        atMs: ports.clock.nowMs(),
        workspaceId: 'w1',
        userId: 'u1',
        host: 'cli',
        call: 'people.updateProfile',
        input: { userName: 'Анна' },
        outcome: 'ok',
        durationMs: expect.any(Number),
      },
    ])
  })

  it('records refused and failed commands too', async () => {
    const call = gate({
      'people.lock': () => {
        throw new Error('bug')
      },
    })
    await call('people.lock', {}, caller)
    sessions = [{ ...owner, role: 'viewer' }]
    await call('backups.add', {}, caller)
    sessions = [null]
    await call('people.lock', {}, caller)
    expect(audited.map(({ outcome, userId }) => [outcome, userId])).toEqual([
      ['internal', 'u1'],
      ['auth.forbidden', 'u1'],
      ['auth.required', null],
    ])
  })

  it('records whom a failed sign-in was for', async () => {
    sessions = [null]
    const fail = () => {
      throw new AppError('auth.wrongPassword')
    }
    await gate({ 'people.signIn': fail })('people.signIn', signIn, caller)
    expect(audited[0]).toMatchObject({
      userId: null,
      outcome: 'auth.wrongPassword',
      input: { userId: 'u9', workspaceId: 'w9', password: '•••' },
    })
  })

  it('records a sign-in as done by the person who came in', async () => {
    sessions = [owner, { ...owner, userId: 'u9', workspaceId: 'w9' }]
    await gate()('people.signIn', signIn, caller)
    expect(audited[0]).toMatchObject({ userId: 'u9', workspaceId: 'w9' })
  })

  it('records a sign-out as done by the person who left', async () => {
    sessions = [owner, null]
    await gate()('people.signOut', {}, caller)
    expect(audited[0]).toMatchObject({ userId: 'u1', workspaceId: 'w1' })
  })

  it('records no queries and no small change', async () => {
    const call = gate()
    await call('connections.list', {}, caller)
    await call('people.touch', {}, caller)
    await call('settings.update', {}, caller)
    expect(audited).toEqual([])
  })

  it('keeps the answer when the trail cannot be written, and says so in the log', async () => {
    const call = gate(
      {},
      {
        audit: () => {
          throw new Error('disk full')
        },
      },
    )
    expect(await codeOf(call('people.lock', {}, caller))).toBe('ok')
    expect(ports.lines.at(-1)).toMatchObject({
      level: 'error',
      event: 'dispatch.afterwork',
      facts: { stack: expect.stringContaining('disk full') },
    })
  })
})

describe('log', () => {
  it('tells failures by name and code, never by what was entered', async () => {
    await gate()('people.signIn', { ...signIn, extra: 1 }, caller)
    expect(ports.lines).toEqual([
      {
        level: 'warn',
        event: 'call.failed',
        facts: { call: 'people.signIn', host: 'cli', outcome: 'input.invalid' },
      },
    ])
  })

  it('keeps the cause of a named failure', async () => {
    const fail = () => {
      throw new AppError('store.diskFull', {}, { cause: new Error('SQLITE_FULL') })
    }
    await gate({ 'people.touch': fail })('people.touch', {}, caller)
    expect(ports.lines[0]?.facts.cause).toContain('SQLITE_FULL')
  })

  it('answers even when the log fails', async () => {
    const log = {
      write: () => {
        throw new Error('no log')
      },
      hide: () => undefined,
    }
    const fail = () => {
      throw new Error('bug')
    }
    expect(await codeOf(gate({ 'people.touch': fail }, { log })('people.touch', {}, caller))).toBe('internal')
  })
})

describe('events', () => {
  it('tells the own workspace after a success, nobody after a failure', async () => {
    const call = gate({
      'people.lock': () => {
        throw new AppError('people.noPassword')
      },
    })
    await call('settings.updateWorkspace', {}, caller)
    await call('people.lock', {}, caller)
    expect(emitted).toEqual([
      ['settings.changed', 'w1'],
      ['data.changed', 'w1'],
    ])
  })

  it('tells both workspaces when a client changes from one to the other', async () => {
    sessions = [owner, { ...owner, workspaceId: 'w2' }]
    await gate()('people.startDemo', {}, caller)
    expect(emitted).toEqual([
      ['session.changed', 'w1'],
      ['session.changed', 'w2'],
      ['data.changed', 'w2'],
    ])
  })

  it('tells everyone of what concerns the whole store', async () => {
    await gate()('backups.startRestore', { id: 'b' }, caller)
    expect(emitted.length).toBe(4)
    expect(emitted.every(([, workspaceId]) => workspaceId === null)).toBe(true)
  })
})

describe('secrets', () => {
  const inputs: Record<string, unknown> = {
    'people.signIn': signIn,
    'people.unlock': { password: CANARY },
    'people.updatePassword': { currentPassword: CANARY, newPassword: CANARY },
    'people.addWorkspace': {
      workspaceName: CANARY,
      userName: `Анна ${CANARY}`,
      password: CANARY,
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    },
  }
  const kept = () => JSON.stringify([audited, ports.lines, emitted])

  it.each(Object.entries(inputs))('never reach the trail or the log: %s', async (name, input) => {
    const crash = () => {
      throw new Error(`cannot bind ${CANARY}`, { cause: { toString: () => `params ${CANARY}` } })
    }
    await gate()(name, input, caller)
    await gate({ [name]: crash })(name, input, caller)
    await gate()(name, { ...(input as object), pasword: CANARY }, caller)
    await gate()(name, CANARY, caller)
    expect(audited).toHaveLength(4)
    expect(kept()).not.toContain(CANARY)
  })

  it('hides the parameters of a failed statement', async () => {
    const crash = () => {
      throw new Error('Failed query: select 1\nparams: hash-of-something,7')
    }
    await gate({ 'people.touch': crash })('people.touch', {}, caller)
    expect(kept()).toContain('Failed query')
    expect(kept()).not.toContain('hash-of-something')
  })
})

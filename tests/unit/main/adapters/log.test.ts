import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileLog } from '#main/adapters/log.ts'
import { createNodePorts } from '#main/adapters/node-ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const clock = { nowMs: () => Date.parse('2026-11-20T09:00:00Z') }
const textOf = (folder: string): string => readFileSync(join(folder, 'infrazen.log'), 'utf8')

describe('the log', () => {
  it('is one JSON object a line, with the time, the level and the facts', () => {
    const folder = join(tempFolder(), 'logs')
    const log = createFileLog({ folder, clock })
    log.write('info', 'store.opened', { rows: 12n, took: 3 })
    log.write('error', 'call.crashed', { call: 'app.getState' })
    const lines = textOf(folder)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      { at: '2026-11-20T09:00:00.000Z', level: 'info', event: 'store.opened', rows: '12', took: 3 },
      { at: '2026-11-20T09:00:00.000Z', level: 'error', event: 'call.crashed', call: 'app.getState' },
    ])
  })

  it('writes an error at once, and with it what was waiting', () => {
    const folder = tempFolder()
    const log = createFileLog({ folder, clock })
    log.write('info', 'first')
    expect(readdirSync(folder)).toEqual([])
    log.write('error', 'second')
    expect(textOf(folder).split('\n')).toHaveLength(3)
  })

  it('hides what is secret by its name, at any depth', () => {
    const folder = tempFolder()
    const log = createFileLog({ folder, clock })
    log.write('error', 'x', {
      password: 'hunter-22',
      nested: { apiKey: 'abc', list: [{ accessToken: 'def' }] },
    })
    expect(textOf(folder)).not.toMatch(/hunter-22|abc|def/)
  })

  it('hides a value it was told of wherever it turns up, even where JSON escapes it', () => {
    const folder = tempFolder()
    const log = createFileLog({ folder, clock })
    log.hide('pa"ss\\word-1')
    log.hide('key-in-a-message')
    log.write('error', 'x', {
      stack: 'Error: key-in-a-message\n at pa"ss\\word-1',
      other: ['key-in-a-message'],
    })
    const text = textOf(folder)
    expect(text).not.toContain('key-in-a-message')
    expect(JSON.parse(text)).toMatchObject({ stack: 'Error: •••\n at •••', other: ['•••'] })
  })

  it('turns over at its size and keeps so many files and no more', () => {
    const folder = tempFolder()
    const log = createFileLog({ folder, clock, maxBytes: 1000, files: 3 })
    for (let n = 0; n < 100; n += 1) log.write('error', 'line', { n })
    expect(readdirSync(folder).sort()).toEqual(['infrazen.1.log', 'infrazen.2.log', 'infrazen.log'])
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1000)
    expect(textOf(folder)).toContain('"n":99')
  })

  it('never throws: not without its folder, not over a fact that cannot be written', () => {
    const base = tempFolder()
    writeFileSync(join(base, 'file'), '')
    const log = createFileLog({ folder: join(base, 'file', 'logs'), clock })
    const knot: Record<string, unknown> = {}
    knot.self = knot
    const hostile = {
      get fact() {
        throw new Error('no')
      },
    }
    expect(() => {
      log.write('error', 'x', knot)
      log.write('error', 'x', hostile)
    }).not.toThrow()
  })

  it('goes on when its folder comes back', () => {
    const folder = join(tempFolder(), 'logs')
    const log = createFileLog({ folder, clock })
    log.write('error', 'one')
    rmSync(folder, { recursive: true })
    log.write('error', 'two')
    expect(textOf(folder)).toContain('"two"')
    mkdirSync(folder, { recursive: true })
  })
})

describe('node ports', () => {
  it('keep every secret they make out of the log', () => {
    const dataFolder = tempFolder()
    const ports = createNodePorts({ host: 'cli', version: '1', env: {}, dataFolder })
    const secret = ports.ids.secret()
    ports.log.write('error', 'x', { message: `GET /auth?t=${secret}` })
    expect(textOf(ports.paths.logsFolder)).toContain('/auth?t=•••')
  })

  it('stand still at the instant they are given', () => {
    const options = { host: 'cli', version: '1', env: {}, dataFolder: tempFolder() } as const
    expect(createNodePorts({ ...options, nowIso: '2026-11-20T09:00:00Z' }).clock.nowMs()).toBe(clock.nowMs())
    expect(Math.abs(createNodePorts(options).clock.nowMs() - Date.now())).toBeLessThan(1000)
    expect(() => createNodePorts({ ...options, nowIso: 'yesterday' })).toThrow('not an instant')
  })
})

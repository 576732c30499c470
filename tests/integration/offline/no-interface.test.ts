import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { type Cut, cutOff } from '#tests/support/without-network.ts'

let child: Awaited<ReturnType<typeof buildChild>>
let folder: string
let cut: ReturnType<typeof cutOff>

beforeAll(async () => {
  await buildStale(createTerminal(process.env))
  child = await buildChild('offline-flows', { hasReader: true })
}, 120_000)
afterAll(() => child.remove())
beforeEach(() => {
  folder = tempFolder()
  cut = cutOff(folder)
})

/** It worked, and neither the process nor the system has seen it reach for anything. */
function expectSilence(ended: Cut): void {
  expect(ended).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/\n\s+at /) })
  expect(ended.attempts).toEqual([])
  expect(ended.calls ?? []).toEqual([])
}

describe('on a machine without any network', () => {
  it('the window’s work and every command of the terminal are done, and nothing is reached for', async () => {
    const ended = await cut.run([child.file, folder])
    expectSilence(ended)
    const { data, ...seen } = JSON.parse(ended.stdout) as { data: string }
    expect(seen).toEqual({ lines: 2, package: 'rates', sender: 'new', merged: 2, backup: true, demo: true })

    const bill = join(folder, 'second.csv')
    const out = join(folder, 'reports')
    writeFileSync(bill, focusText([{ BillingAccountId: 'acc-2' }]))
    const cli = (...args: string[]) =>
      cut.run(['out/main/cli.js', ...args, '--data', data, '--now', '2026-11-20T09:00:00Z'], {
        LANG: 'ru_RU.UTF-8',
      })
    for (const command of [
      ['status'],
      ['sync'],
      ['import', bill],
      ['export', '--out', join(folder, 'lines.csv')],
      ['report', 'monthlyClose', '--period', '2026-05', '--formats', 'pdf,xlsx', '--out', out],
      ['backup'],
      ['verify'],
      ['package', 'list'],
      ['demo'],
    ]) {
      expectSilence(await cli(...command))
    }
    const kinds = readdirSync(out).map((name) => name.replace(/^.*\./, ''))
    expect(kinds.sort()).toEqual(['pdf', 'xlsx'])
  }, 240_000)

  it('an attempt would have been seen, by the process and by the system', async () => {
    const probe = join(folder, 'probe.mjs')
    writeFileSync(probe, "await fetch('http://127.0.0.1:8099/').catch(() => undefined)\n")
    const { attempts, calls } = await cut.run([probe])
    expect(attempts.some((line) => line.startsWith('fetch http://127.0.0.1:8099/'))).toBe(true)
    expect(attempts.some((line) => line.startsWith('connect '))).toBe(true)
    if (calls) expect(calls.join('\n')).toContain('127.0.0.1')
  })
})

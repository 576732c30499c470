import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildChild } from '#tests/support/child-build.ts'
import { openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusRow } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const ROWS = 5_000

let runner: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  runner = await buildChild('import-runner', { hasReader: true })
})
afterAll(() => runner.remove())

/** What it had said when it was killed. */
async function readUntilKilled(folder: string, file: string, waitMs: number): Promise<string> {
  const child = spawn(process.execPath, [runner.file, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
  await after(waitMs)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return said
}

test('kill -9 amid a reading: the next start takes the half of it out, and it can be read again', async () => {
  const folder = tempFolder()
  const first = await openImportDesk(folder)
  const rows = Array.from({ length: ROWS }, (_, at) => focusRow({ ResourceId: `i-${at}`, SkuId: `s-${at}` }))
  const file = first.write('large.csv', csvOf(rows))
  const before = first.dump()
  await first.close()

  let interrupted = 0
  for (const waitMs of [0, 60]) {
    const said = await readUntilKilled(folder, file, waitMs)
    if (said.includes('read')) continue
    interrupted += 1
    const desk = await openImportDesk(folder)
    await desk.imports.whenIdle()
    const [latest] = desk.list()
    expect(latest).toMatchObject({ status: 'paused', problem: { code: 'import.interrupted' } })
    expect(desk.dump()).toEqual(before)
    await desk.close()
  }
  expect(interrupted).toBeGreaterThan(0)

  const desk = await openImportDesk(folder)
  const [latest] = desk.list()
  const id = latest?.id ?? 0
  desk.imports.resume(desk.session, id)
  await desk.imports.whenIdle()
  desk.imports.commit(desk.session, { id, mode: 'replace' })
  expect(desk.counted()).toEqual(['2026-10-05 52500 RUB'])
  await desk.close()
})

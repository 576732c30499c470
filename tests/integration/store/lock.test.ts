import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let holder: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  holder = await buildChild('store-holder')
})
afterAll(() => holder.remove())

async function startHolder(folder: string) {
  const child = spawn(process.execPath, [holder.file, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  return { child, closed, said: first.trim() }
}

test('a second process is refused at once and told who holds the store', async () => {
  const folder = tempFolder()
  const { child, closed, said } = await startHolder(folder)
  expect(said).toBe('open')
  const before = performance.now()
  await expect(openStore(testPorts(folder))).rejects.toMatchObject({
    code: 'store.busy',
    details: { pid: child.pid },
  })
  expect(performance.now() - before).toBeLessThan(1_000)
  child.stdin.end()
  await closed
  const store = await openStore(testPorts(folder))
  const second = await startHolder(folder)
  expect(second.said).toBe(`store.busy ${process.pid}`)
  await second.closed
  store.close()
  expect(existsSync(`${testPorts(folder).paths.lockFile}.json`)).toBe(false)
})

test('a process that was killed holds nothing', async () => {
  const folder = tempFolder()
  const { child, closed } = await startHolder(folder)
  child.kill('SIGKILL')
  await closed
  const store = await openStore(testPorts(folder))
  expect(store.listBackups()).toEqual([])
  store.close()
})

test('the same process cannot open its store twice, and trying does not loosen the lock', async () => {
  const folder = tempFolder()
  const store = await openStore(testPorts(folder))
  for (const _ of ['once', 'and again']) {
    await expect(openStore(testPorts(folder))).rejects.toMatchObject({
      code: 'store.busy',
      details: { pid: process.pid },
    })
  }
  const { said, closed } = await startHolder(folder)
  expect(said).toBe(`store.busy ${process.pid}`)
  await closed
  store.close()
})

test('rubbish in the lock file is no obstacle', async () => {
  const ports = testPorts(tempFolder())
  writeFileSync(ports.paths.lockFile, 'not a database, but long enough to be read as one '.repeat(40))
  const store = await openStore(ports)
  await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.busy' })
  store.close()
})

test('two folders are two stores', async () => {
  const stores = [await openStore(testPorts(tempFolder())), await openStore(testPorts(tempFolder()))]
  for (const store of stores) store.close()
})

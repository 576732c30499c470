import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
// Named here so that folders are removed after the applications in them have ended.
import { tempFolder } from './temp-folder.ts'

type WindowSeen = {
  options: { webPreferences: Record<string, unknown> } & Record<string, unknown>
  isShown: boolean
  focused: number
  maximized: boolean
  url: string
  reloads: number
  sent: { channel: string; value: unknown }[]
}

export type Seen = {
  order: string[]
  dialogs: { kind: string; title: string; text: string; buttons?: string[] }[]
  opened: string[]
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  tray: string[] | null
  menu: { label: string; items: { id?: string; role?: string; label?: string; accelerator?: string }[] }[]
  themeSource: string
  windows: WindowSeen[]
}

export type Booted = {
  ask<T = unknown>(verb: string, ...args: unknown[]): Promise<T>
  /** Asks, and asks again at each change that the application reports, until the answer satisfies. */
  until<T>(verb: string, isEnough: (value: T) => boolean): Promise<T>
  ended: Promise<{ exit: number; seen: Seen }>
}

type Answer =
  | { id: number; value?: unknown; error?: string }
  | { changed: true }
  | { exit: number; seen: Seen }

const running = new Set<ChildProcess>()
const root = join(import.meta.dirname, '..', '..')
const fakes = join(root, 'tests', 'fakes')

export const built = (...path: string[]): string => join(root, 'out', ...path)

/** The bundles that Electron would load, made anew when they are older than their sources. */
export async function buildBundles(): Promise<void> {
  const terminal = createTerminal(process.env)
  for (const only of ['main', 'preload', 'page'] as const) await buildStale(terminal, { only })
}

/** The same for what needs no page. */
export const buildMainBundle = (): Promise<void> => buildStale(createTerminal(process.env), { only: 'main' })

/** A promise whose failure nobody has to wait for. */
function awaited<T>(): PromiseWithResolvers<T> {
  const made = Promise.withResolvers<T>()
  made.promise.catch(() => undefined)
  return made
}

/** Runs the built main bundle in a process of its own, on Node, with the fake `electron`. */
export function bootElectron(
  dataFolder = tempFolder(),
  { env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {},
): Booted {
  const child = fork(join(fakes, 'electron-boot.mjs'), ['--data', dataFolder, ...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--import', join(fakes, 'electron-hooks.mjs')],
    env: { ...process.env, FAKE_MAIN: built('main', 'electron.js'), FAKE_DOWNLOADS: dataFolder, ...env },
  })
  running.add(child)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const ended = awaited<{ exit: number; seen: Seen }>()
  let change = awaited<void>()
  let lastId = 0

  child.on('message', (message) => {
    const answer = message as Answer
    if ('exit' in answer) return ended.resolve(answer)
    if ('changed' in answer) {
      change.resolve()
      change = awaited()
      return
    }
    const question = waiting.get(answer.id)
    if (answer.error === undefined) question?.resolve(answer.value)
    else question?.reject(new Error(answer.error))
  })
  child.on('exit', (code) => {
    const error = new Error(`the application ended with ${code}`)
    for (const question of waiting.values()) question.reject(error)
    change.reject(error)
    ended.reject(error)
    running.delete(child)
  })
  async function ask<T>(verb: string, ...rest: unknown[]): Promise<T> {
    const question = Promise.withResolvers<unknown>()
    lastId += 1
    waiting.set(lastId, question)
    child.send({ id: lastId, verb, args: rest })
    return (await question.promise) as T
  }

  async function until<T>(verb: string, isEnough: (value: T) => boolean): Promise<T> {
    // Awaited from before the question: what happens while it is being answered is not missed.
    const next = change.promise
    const value = await ask<T>(verb)
    if (isEnough(value)) return value
    await next
    return until(verb, isEnough)
  }

  return { ask, until, ended: ended.promise }
}

/** Cut off from its test, an application ends its backend and itself. */
afterEach(async () => {
  await Promise.all(
    [...running].map(async (child) => {
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    }),
  )
})

import type { NodePorts } from '#main/adapters/node-ports.ts'
import { sameName } from '#main/core/rules/connection-state.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Ask, Means, Until } from './command.ts'
import { type Line, openLine } from './line.ts'
import { readPrivateFile, type SecretTexts } from './private-input.ts'

const TOKEN_VARIABLE = 'INFRAZEN_TOKEN_FILE'
const tokenTexts: SecretTexts = { empty: 'cli.noToken', unread: 'cli.noTokenFile', open: 'cli.openTokenFile' }

type Given = Pick<Means, 'terminal' | 'help' | 'words' | 'options' | 'format'> & {
  ports: NodePorts
  lockTimeoutMs: number
}

/** What a command works with. The store is opened at its first question and not before. */
export function openMeans({ lockTimeoutMs, ...given }: Given): Means & { close(): Promise<void> } {
  const { ports, options } = given
  let opened: Promise<Line> | undefined
  let isSignedIn = false
  const line = (): Promise<Line> => {
    opened ??= openLine(ports, { lockTimeoutMs })
    return opened
  }

  const ask: Ask = async (name, input) => {
    const envelope = await (await line()).call(name, input)
    if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
    // The contract ties the answer to the name; what travels as `unknown` has been through it.
    return envelope.value as never
  }

  const until: Until = async (look, isDone) => {
    const news = (await line()).listen()
    try {
      for (;;) {
        const seen = await look()
        if (isDone(seen)) return seen
        await news.next()
      }
    } finally {
      news.end()
    }
  }

  const tokenFile = (): string | undefined => options['token-file'] ?? process.env[TOKEN_VARIABLE]

  async function signIn(organisation = options.organisation) {
    const path = tokenFile()
    const token = path ? readPrivateFile(path, tokenTexts) : null
    if (token) ports.log.hide(token)
    const who = token
      ? await ask('people.signInByToken', { token })
      : await ask('people.signInAsSystem', { organisation: organisation ?? null })
    isSignedIn = true
    if (token && organisation !== undefined && !sameName(who.workspaceName, organisation))
      throw new AppError('workspace.notFound')
    return who
  }

  async function organisations(): Promise<readonly (string | undefined)[]> {
    if (options.organisation !== undefined || tokenFile()) return [options.organisation]
    const { profiles } = await ask('app.getState', {})
    return [...new Set(profiles.map(({ workspaceName }) => workspaceName))]
  }

  async function close(): Promise<void> {
    const open = await opened?.catch(() => null)
    if (!open) return
    try {
      // The session would outlive the command; that its secret is known to nobody any more is the second lock.
      if (isSignedIn) await open.call('people.signOut', {})
    } finally {
      await open.close()
    }
  }

  const beside = async (): Promise<Line['beside']> => (await line()).beside

  return { ...given, ask, until, beside, signIn, organisations, close }
}

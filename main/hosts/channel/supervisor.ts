import type { Log } from '#main/ports/ports.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import { type Emitter, portOf, type Recovery } from './messages.ts'
import { createRelay, type Relay } from './relay.ts'

type BackendChild = Emitter & {
  once(name: 'exit', listener: (code: number) => void): unknown
  kill(): unknown
}

type Parts = {
  /** `recovers`: a backup is to take the damaged store's place first. */
  launch(recovers: boolean): BackendChild
  log: Log
  clientKey: string
  onEvent(event: AppEvent): void
  onRestarted(): void
  onRecovered(recovery: Recovery): void
  /**
   * There is no backend any more: the start failed, or the second failure came. Where a damaged store is why,
   * `recover` starts it from the latest backup.
   */
  onStopped(error: AppError, hadStarted: boolean, recover: (() => void) | null): void
}

type Supervisor = {
  call(name: string, input: unknown): Promise<Envelope<unknown>>
  close(limitMs: number): Promise<void>
}

/** Keeps one backend running: starts it, starts it once more when it dies, says so, and closes it in time. */
export function superviseBackend(parts: Parts): Supervisor {
  const { log, clientKey, onEvent } = parts
  let isClosing = false
  let restarts = 0
  let child: BackendChild
  let relay: Relay

  function start(recovers = false): void {
    child = parts.launch(recovers)
    const own = createRelay({ port: portOf(child), log })
    relay = own
    let isReady = false
    own.subscribe(clientKey, onEvent)
    own.ready.then(
      (recovery) => {
        isReady = true
        if (isClosing) return
        if (recovery) parts.onRecovered(recovery)
        else if (restarts > 0) tellRestarted()
      },
      (error: unknown) => {
        if (isClosing) return
        const known = error instanceof AppError && error.code !== 'host.offline'
        const isDamaged = known && error.code === 'store.corrupt' && !recovers
        const hadStarted = restarts > 0 && !recovers
        parts.onStopped(known ? error : new AppError('internal'), hadStarted, isDamaged ? recover : null)
      },
    )
    child.once('exit', (code) => {
      own.drop()
      if (isClosing || !isReady) return
      log.write('error', 'backend.gone', { code, restarts })
      restarts += 1
      if (restarts === 1) start()
      else parts.onStopped(new AppError('internal'), true, null)
    })
  }

  function recover(): void {
    if (isClosing) return
    child.kill()
    start(true)
  }

  function tellRestarted(): void {
    // The page asks again for everything: it cannot know which of its answers came from before.
    for (const name of ['session.changed', 'data.changed'] as const)
      onEvent({ name, workspaceId: null, atMs: Date.now() })
    parts.onRestarted()
  }

  start()
  return {
    call: (name, input) => relay.call(name, input, clientKey),
    async close(limitMs) {
      isClosing = true
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), limitMs)
      })
      if ((await Promise.race([relay.close(), late])) === 'late') log.write('error', 'backend.slowToClose')
      clearTimeout(timer)
      child.kill()
    },
  }
}

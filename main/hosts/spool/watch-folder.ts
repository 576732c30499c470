import { watch } from 'node:fs'

type How = {
  everyMs: number /** Whoever waits for an answer has nothing else to stay alive for. */
  holdsProcess?: boolean
}

/** Looks whenever the folder changes, and now and then without being told. Returns what ends it. */
export function watchFolder(
  folder: string,
  look: () => void,
  { everyMs, holdsProcess = false }: How,
): () => void {
  const timer = setInterval(look, everyMs)
  if (!holdsProcess) timer.unref()
  let watcher: ReturnType<typeof watch> | null = null
  try {
    watcher = watch(folder, { persistent: false }, look)
    // The folder may go, or the system run out of watches: the timer goes on.
    watcher.on('error', () => watcher?.close())
  } catch {
    // No watches to be had here.
  }
  return () => {
    clearInterval(timer)
    watcher?.close()
  }
}

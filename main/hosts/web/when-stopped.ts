/**
 * Resolves when the person or the system asks to stop, rejects when the program itself has broken. A terminal and npm
 * may both send the same Ctrl+C: the second one finds the listener still there and changes nothing.
 */
export function whenStopped(): Promise<void> {
  const stopped = new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
      process.on(signal, () => resolve())
    }
    process.once('uncaughtException', reject)
    process.once('unhandledRejection', reject)
    // A reader that closes the pipe early, as `head` does, is no reason to die.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  })
  // It may break before anybody waits for it; whoever waits later still learns of it.
  stopped.catch(() => {})
  return stopped
}

export function onEnter(work: () => void): void {
  if (process.stdin.isTTY) process.stdin.on('data', work)
}

/**
 * Does all of these at once. The first that fails stops the others; it is thrown when none of them works any more, so
 * that nothing is told after the end.
 */
export async function together(
  stop: AbortController,
  tasks: readonly (() => Promise<void>)[],
): Promise<void> {
  const ends = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        await task()
      } catch (error) {
        stop.abort(error)
        throw error
      }
    }),
  )
  if (ends.some(({ status }) => status === 'rejected')) throw stop.signal.reason
}

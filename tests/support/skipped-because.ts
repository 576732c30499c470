import type { TestContext } from 'vitest'

/** A test that the machine cannot run says why, in the runner's report and in the closing lines of `npm test`. */
export function skippedBecause(context: Pick<TestContext, 'task' | 'skip'>, reason: string | null): void {
  if (reason === null) return
  Object.assign(context.task.meta, { skippedBecause: reason })
  context.skip(reason)
}

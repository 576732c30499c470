import { setFlagsFromString } from 'node:v8'

/**
 * The backend lives for days beside a person's other programs, and a sync of a great account makes much that is soon of
 * no use. Left to itself the engine takes a third more memory. `--optimize-for-size` would halve it, and make calls wait
 * three times as long for its clearing up: people notice that sooner.
 */
export function keepHeapSmall(): void {
  for (const flag of ['--max-semi-space-size=4', '--heap-growing-percent=25']) setFlagsFromString(flag)
}

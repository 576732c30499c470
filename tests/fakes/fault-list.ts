import { type Fault, isGentle } from './fault-kinds.ts'

/** A fault in force. `round` counts how often it struck. */
export type ActiveFault = { fault: Fault; round: number }

export type FaultList = {
  /**
   * From now on this route errs, so many times; Infinity for good. `pattern` is the route's own, `*` any route;
   * `after`: how many requests pass unharmed first. What comes back takes the fault away again. Of several that spoil a whole answer the earliest strikes alone, the next
   * after it; delays and changed fields work together.
   */
  fault(pattern: string, fault: Fault, times?: number, after?: number): () => void
  clearFaults(): void
}

type Entry = ActiveFault & { pattern: string; left: number; after: number }

export function createFaultList(): FaultList & { take(pattern: string): ActiveFault[] } {
  let entries: Entry[] = []

  return {
    fault(pattern, fault, times = 1, after = 0) {
      const entry = { pattern, fault, left: times, after, round: 0 }
      entries.push(entry)
      return () => {
        entries = entries.filter((other) => other !== entry)
      }
    },
    clearFaults() {
      entries = []
    },
    take(pattern) {
      const fitting = entries.filter((entry) => entry.pattern === '*' || entry.pattern === pattern)
      const due = fitting.filter((entry) => entry.after === 0)
      for (const entry of fitting) entry.after = Math.max(0, entry.after - 1)
      const spoiler = due.find((entry) => !isGentle(entry.fault))
      const struck = due.filter((entry) => entry === spoiler || isGentle(entry.fault))
      for (const entry of struck) {
        entry.left -= 1
        entry.round += 1
      }
      entries = entries.filter((entry) => entry.left > 0)
      return struck.map(({ fault, round }) => ({ fault, round }))
    },
  }
}

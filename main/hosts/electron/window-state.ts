import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Log } from '#main/ports/ports.ts'

export const theme = z.enum(['system', 'light', 'dark'])
const bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
// Whatever part of the file somebody broke is left to its usual value.
const windowState = z.object({
  bounds: bounds.nullable().catch(null),
  isMaximized: z.boolean().catch(false),
  theme: theme.catch('system'),
})
type Bounds = z.output<typeof bounds>
type State = z.output<typeof windowState>
export type WindowState = { get(): State; keep(changes: Partial<State>): void }

export const MIN_SIZE = { width: 1024, height: 700 }
const VISIBLE = 100

/** A saved window is only as good as the displays that are there now: enough of its top has to be within reach. */
export function fitToDisplays(saved: Bounds | null, areas: readonly Bounds[]): Bounds | null {
  if (!saved) return null
  const isReachable = areas.some(
    (area) =>
      saved.y >= area.y &&
      saved.y + VISIBLE <= area.y + area.height &&
      Math.min(saved.x + saved.width, area.x + area.width) - Math.max(saved.x, area.x) >= VISIBLE,
  )
  const width = Math.max(saved.width, MIN_SIZE.width)
  return isReachable ? { ...saved, width, height: Math.max(saved.height, MIN_SIZE.height) } : null
}

function readWindowState(path: string): State {
  try {
    return windowState.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return windowState.parse({})
  }
}

/** Kept in the data folder; a state that cannot be written is no reason to disturb anybody. */
export function openWindowState(path: string, log: Log): WindowState {
  let state = readWindowState(path)
  return {
    get: () => state,
    keep(changes) {
      state = { ...state, ...changes }
      try {
        writeFileSync(`${path}.tmp`, JSON.stringify(state))
        renameSync(`${path}.tmp`, path)
      } catch (error) {
        log.write('warn', 'window.notKept', { message: String(error) })
      }
    },
  }
}

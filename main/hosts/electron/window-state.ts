import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Log } from '#main/ports/ports.ts'

export type Theme = 'system' | 'light' | 'dark'
type Bounds = { x: number; y: number; width: number; height: number }
type WindowState = { bounds: Bounds | null; isMaximized: boolean; theme: Theme }

export const MIN_SIZE = { width: 1024, height: 700 }
const VISIBLE = 100

const isBounds = (value: unknown): value is Bounds => {
  const { x, y, width, height } = (value ?? {}) as Partial<Bounds>
  return [x, y, width, height].every((part) => Number.isSafeInteger(part))
}

/** A saved window is only as good as the displays that are there now: enough of its top has to be within reach. */
export function fitToDisplays(bounds: Bounds | null, areas: readonly Bounds[]): Bounds | null {
  if (!bounds) return null
  const isReachable = areas.some(
    (area) =>
      bounds.y >= area.y &&
      bounds.y + VISIBLE <= area.y + area.height &&
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x) >= VISIBLE,
  )
  const width = Math.max(bounds.width, MIN_SIZE.width)
  return isReachable ? { ...bounds, width, height: Math.max(bounds.height, MIN_SIZE.height) } : null
}

function readWindowState(path: string): WindowState {
  let saved: Partial<WindowState> = {}
  try {
    saved = (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as Partial<WindowState>
  } catch {
    // The first start, or a file somebody broke: the window then opens where the system puts it.
  }
  return {
    bounds: isBounds(saved.bounds) ? saved.bounds : null,
    isMaximized: saved.isMaximized === true,
    theme: saved.theme === 'light' || saved.theme === 'dark' ? saved.theme : 'system',
  }
}

/** Kept in the data folder; a state that cannot be written is no reason to disturb anybody. */
export function openWindowState(path: string, log: Log) {
  let state = readWindowState(path)
  return {
    get: (): WindowState => state,
    keep(changes: Partial<WindowState>): void {
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

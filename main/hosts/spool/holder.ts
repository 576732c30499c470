import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who looks into the folder. */
export const holderFile = (folder: string): string => join(folder, 'served.json')

/** Whether the program that has the store open answers commands: another command does not. */
export function isServedBy(folder: string, pid: number | null): boolean {
  try {
    const said: unknown = JSON.parse(readFileSync(holderFile(folder), 'utf8'))
    return typeof said === 'object' && said !== null && 'pid' in said && pid !== null && said.pid === pid
  } catch {
    return false
  }
}

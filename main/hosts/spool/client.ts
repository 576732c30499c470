import type { NodePorts } from '#main/adapters/node-ports.ts'
import type { Line } from '../cli/line.ts'

export const findHolder = (_folder: string, _pid: number | null): boolean => false
export function openSpool(_ports: NodePorts): Line {
  throw new Error('no window')
}

import type { Net } from '#main/ports/net.ts'
import type { Environment } from './paths.ts'

export function createNet(_env: Environment): Net {
  return {
    send: () => {
      throw new Error('not written yet')
    },
  }
}

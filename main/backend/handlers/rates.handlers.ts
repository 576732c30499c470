import type { rates } from '#shared/contract/rates.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const ratesHandlers = (_parts: Parts): HandlersOf<typeof rates> => ({}) as HandlersOf<typeof rates>

import type { differences } from '#shared/contract/differences.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const differencesHandlers = (_: Parts): HandlersOf<typeof differences> => ({
  'differences.listMoments': missing,
  'differences.getSummary': missing,
  'differences.listLines': missing,
  'differences.export': missing,
})

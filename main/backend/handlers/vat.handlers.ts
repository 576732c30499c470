import type { vat } from '#shared/contract/vat.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const vatHandlers = (_: Parts): HandlersOf<typeof vat> => ({
  'vat.list': missing,
  'vat.update': missing,
})

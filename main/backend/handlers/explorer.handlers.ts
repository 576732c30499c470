import type { explorer } from '#shared/contract/explorer.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const explorerHandlers = (_: Parts): HandlersOf<typeof explorer> => ({
  'explorer.listDimensions': missing,
  'explorer.listValues': missing,
  'explorer.getChart': missing,
  'explorer.listRows': missing,
  'explorer.explain': missing,
  'explorer.listUsage': missing,
  'explorer.startExport': missing,
  'explorer.countFilter': missing,
})

import type { business } from '#shared/contract/business.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const businessHandlers = (_: Parts): HandlersOf<typeof business> => ({
  'business.listSeries': missing,
  'business.addSeries': missing,
  'business.updateSeries': missing,
  'business.removeSeries': missing,
  'business.listValues': missing,
  'business.putValues': missing,
  'business.readFile': missing,
  'business.loadFile': missing,
  'business.getUnitCosts': missing,
  'business.listMargins': missing,
  'business.exportMargins': missing,
  'business.listTerms': missing,
  'business.putTerms': missing,
  'business.removeTerms': missing,
  'annotations.list': missing,
  'annotations.add': missing,
  'annotations.update': missing,
  'annotations.remove': missing,
})

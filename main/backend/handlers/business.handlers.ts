import { listAnnotations } from '#main/queries/annotations.query.ts'
import { listSeries, listValues } from '#main/queries/business-series.query.ts'
import { listTerms } from '#main/queries/client-terms.query.ts'
import { listMargins } from '#main/queries/margins.query.ts'
import { getUnitCosts } from '#main/queries/unit-costs.query.ts'
import { exportMargins } from '#main/services/export/margins-export.ts'
import type { business } from '#shared/contract/business.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const businessHandlers = ({ business: service, scopeOf }: Parts): HandlersOf<typeof business> => ({
  'business.listSeries': (_, { session }) => listSeries(scopeOf(session)),
  'business.addSeries': (input, { session }) => service.addSeries(session, input),
  'business.updateSeries': (input, { session }) => service.updateSeries(session, input),
  'business.removeSeries': ({ id }, { session }) => service.removeSeries(session, id),
  'business.listValues': (input, { session }) => listValues(scopeOf(session), input),
  'business.putValues': (input, { session }) => service.putValues(session, input),
  'business.readFile': (input, { session }) => service.readFile(scopeOf(session), input),
  'business.loadFile': (input, { session }) => service.loadValues(session, input),
  'business.getUnitCosts': (input, { session }) => getUnitCosts(scopeOf(session), input),
  'business.listMargins': (input, { session }) => listMargins(scopeOf(session), input),
  'business.exportMargins': (input, { session }) => exportMargins(scopeOf(session), input),
  'business.listTerms': ({ tagId }, { session }) => listTerms(scopeOf(session), tagId),
  'business.putTerms': (input, { session }) => service.putTerms(session, input),
  'business.removeTerms': ({ id }, { session }) => service.removeTerms(session, id),
  'annotations.list': (input, { session }) => listAnnotations(scopeOf(session), input),
  'annotations.add': (input, { session }) => service.addAnnotation(session, input),
  'annotations.update': (input, { session }) => service.updateAnnotation(session, input),
  'annotations.remove': ({ id }, { session }) => service.removeAnnotation(session, id),
})

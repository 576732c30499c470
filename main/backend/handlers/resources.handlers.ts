import { listFilters } from '#main/queries/filters.query.ts'
import { getResourceCosts } from '#main/queries/resource-costs.query.ts'
import { getResource, getResourceRaw } from '#main/queries/resource-details.query.ts'
import { listSections } from '#main/queries/resource-sections.query.ts'
import { getResourceUsage } from '#main/queries/resource-usage.query.ts'
import { listResourceVersions } from '#main/queries/resource-versions.query.ts'
import { listResourceIds, listResources } from '#main/queries/resources.query.ts'
import { exportResources } from '#main/services/export/inventory-export.ts'
import type { resources } from '#shared/contract/resources.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const resourcesHandlers = ({ inventory, scopeOf }: Parts): HandlersOf<typeof resources> => ({
  'resources.list': (input, { session }) => listResources(scopeOf(session), input),
  'resources.listSections': (input, { session }) => listSections(scopeOf(session), input),
  'resources.listIds': (input, { session }) => listResourceIds(scopeOf(session), input),
  'resources.get': (input, { session }) => getResource(scopeOf(session), input),
  'resources.getCosts': (input, { session }) => getResourceCosts(scopeOf(session), input),
  'resources.getUsage': (input, { session }) => getResourceUsage(scopeOf(session), input),
  'resources.listVersions': (input, { session }) => listResourceVersions(scopeOf(session), input),
  'resources.getRaw': (input, { session }) => getResourceRaw(scopeOf(session), input),
  'resources.update': (input, { session }) => inventory.update(session, input),
  'resources.updateMany': (input, { session }) => inventory.updateMany(session, input),
  'resources.removeNote': (input, { session }) => inventory.removeNote(session, input),
  'resources.export': (input, { session }) => exportResources(scopeOf(session), input),
  'filters.list': (_, { session }) => listFilters(scopeOf(session)),
  'filters.add': (input, { session }) => inventory.addFilter(session, input),
  'filters.remove': ({ id }, { session }) => inventory.removeFilter(session, id),
})

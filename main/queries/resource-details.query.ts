import { and, asc, eq } from 'drizzle-orm'
import { textOf } from '#main/core/rules/change-kinds.ts'
import { mergedParts } from '#main/core/rules/merged-parts.ts'
import { resourceRecords, resourceTags } from '#main/store/schema/inventory.ts'
import { resourceNotes, resourceOverrides } from '#main/store/schema/judgements.ts'
import { users } from '#main/store/schema/people.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { OverrideField } from '#shared/contract/resources.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { moneyView } from './figures.ts'
import { findResource } from './find-resource.ts'
import { personName } from './person-name.ts'
import { rawView } from './raw-view.ts'
import { readResourceSpend } from './resource-costs.query.ts'
import { priceView, readPage } from './resource-page.ts'
import type { Scope } from './scope.ts'

type Details = CallOutput<'resources.get'>

export function getResource(
  scope: Scope,
  { id, ...period }: ParsedInput<'resources.get'>,
): CallOutput<'resources.get'> {
  const { resource: row, priceMicros, priceRest } = findResource(scope, id)
  const [resource] = readPage(scope, [id], () => readResourceSpend(scope, id, period))
  if (!resource) throw new AppError('resource.notFound')
  const overrides = readOverrides(scope, id, row)
  const stated = (field: OverrideField): string | null =>
    overrides.find((override) => override.field === field)?.value ?? givenOf(row, field)
  const amount = priceView(priceMicros, priceRest, row.currency)
  return {
    resource,
    zone: row.zone,
    businessUnit: stated('businessUnit'),
    environment: stated('environment'),
    price: amount && row.pricePeriod ? { amount, period: row.pricePeriod } : null,
    goneAtMs: row.goneAtMs,
    attributes: attributesOf(row.attributes),
    parts: mergedParts(row.attributes.volumes).map(({ dailyCost, ...part }) => ({
      ...part,
      type: 'volume' as const,
      dailyCost: dailyCost && moneyView(dailyCost.femtos, dailyCost.currency),
    })),
    manualTags: readManualTags(scope, id),
    overrides,
    notes: readNotes(scope, id),
  }
}

type Row = ReturnType<typeof findResource>['resource']

const givenOf = (row: Row, field: OverrideField): string | null => row[field]

/** What stands elsewhere in the answer is not told again. */
const TOLD = new Set(['vcpu', 'ramGb', 'diskGb', 'address', 'renewsOn', 'volumes'])

const attributesOf = (attributes: Row['attributes']): Details['attributes'] =>
  Object.entries(attributes).flatMap(([name, value]) => {
    const text = TOLD.has(name) ? null : textOf(value)
    return text === null || text === '' ? [] : [{ name, value: text }]
  })

function readOverrides({ db }: Scope, id: number, row: Row): Details['overrides'] {
  const { field, value, atMs } = resourceOverrides
  return db
    .select({ field, value, byName: personName, atMs })
    .from(resourceOverrides)
    .leftJoin(users, eq(users.id, resourceOverrides.userId))
    .where(eq(resourceOverrides.resourceId, id))
    .orderBy(asc(field))
    .all()
    .map((override) => ({ ...override, given: givenOf(row, override.field) }))
}

function readManualTags({ db }: Scope, id: number): Details['manualTags'] {
  const { key, value, atMs } = resourceTags
  return db
    .select({ key, value, byName: personName, atMs })
    .from(resourceTags)
    .leftJoin(users, eq(users.id, resourceTags.userId))
    .where(and(eq(resourceTags.resourceId, id), eq(resourceTags.source, 'manual')))
    .orderBy(asc(key))
    .all()
    .map((tag) => ({ ...tag, atMs: tag.atMs ?? 0 }))
}

/** The latest first. */
function readNotes({ db }: Scope, resourceId: number): Details['notes'] {
  const { id, text, atMs } = resourceNotes
  return db
    .select({ id, text, byName: personName, atMs })
    .from(resourceNotes)
    .leftJoin(users, eq(users.id, resourceNotes.userId))
    .where(eq(resourceNotes.resourceId, resourceId))
    .orderBy(asc(atMs), asc(id))
    .all()
    .reverse()
}

export function getResourceRaw(
  scope: Scope,
  { id }: ParsedInput<'resources.getRaw'>,
): CallOutput<'resources.getRaw'> {
  findResource(scope, id)
  const { source, text, atMs } = resourceRecords
  const records = scope.db
    .select({ source, text, atMs })
    .from(resourceRecords)
    .where(eq(resourceRecords.resourceId, id))
    .orderBy(asc(source))
    .all()
  return { records: records.map((record) => ({ ...record, text: rawView(record.text) })) }
}

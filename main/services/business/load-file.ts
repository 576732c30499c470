import type { Inbox } from '#main/ports/inbox.ts'
import { askCosts } from '#main/queries/business-costs.ts'
import { findSeries, type KeptSeries, readPoints } from '#main/queries/business-series.query.ts'
import { readCoverage } from '#main/queries/coverage.ts'
import type { Scope } from '#main/queries/scope.ts'
import { putValues } from '#main/store/repos/unit-series.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { readSeriesFile, type SeriesFile } from './series-file.ts'

const SHOWN_VALUES = 200
const SHOWN_REFUSED = 200

async function readGiven(inbox: Inbox, token: string, series: KeptSeries): Promise<SeriesFile> {
  const file = inbox.find(token)
  if (!file) throw new AppError('import.noFile')
  return readSeriesFile(file, series)
}

/** What the file would change, and which of its lines cannot be taken. The file stays for `loadSeriesFile`. */
export async function previewSeriesFile(
  { scope, inbox }: { scope: Scope; inbox: Inbox },
  { id, token }: ParsedInput<'business.readFile'>,
): Promise<CallOutput<'business.readFile'>> {
  const series = findSeries(scope, id)
  const { name, columns, values, refused } = await readGiven(inbox, token, series)
  const kept = new Map(
    readPoints(scope, id).map(({ day, part, femtos }) => [`${day} ${part ?? ''}`, formatDecimal(femtos)]),
  )
  const changes = { added: 0, changed: 0, same: 0 }
  for (const { day, part, value } of values) {
    const before = kept.get(`${day} ${part ?? ''}`)
    changes[before === undefined ? 'added' : before === value ? 'same' : 'changed'] += 1
  }
  const days = values.map(({ day }) => day).sort()
  return {
    fileName: name,
    columns,
    values: values.slice(0, SHOWN_VALUES),
    refused: refused.slice(0, SHOWN_REFUSED),
    refusedLines: refused.length,
    newParts: newParts(scope, series, values),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    changes,
  }
}

/** Names that neither costs nor earlier values have: as a rule, spelled otherwise. */
function newParts(scope: Scope, { id, tagId }: KeptSeries, values: SeriesFile['values']): string[] {
  if (tagId === null) return []
  const told = new Set(values.flatMap(({ part }) => part ?? []))
  for (const { part } of readPoints(scope, id)) if (part !== null) told.delete(part)
  const { firstDay, dataThrough } = readCoverage(scope)
  if (told.size === 0 || firstDay === null || dataThrough === null) return [...told]
  const { groups } = askCosts(scope, {
    ...{ from: firstDay, to: dataThrough, metric: 'billed', vat: 'asBilled', step: 'total' },
    groupBy: [`virtual:${tagId}`],
  })
  for (const { keys } of groups) told.delete(keys[0] ?? '')
  return [...told]
}

export async function loadSeriesFile(
  { store, inbox, workspaceId }: { store: Store; inbox: Inbox; workspaceId: string },
  { id, token }: ParsedInput<'business.loadFile'>,
): Promise<CallOutput<'business.loadFile'>> {
  const series = findSeries({ db: store.read, workspaceId }, id)
  const { name, values, refused } = await readGiven(inbox, token, series)
  if (values.length === 0) throw new AppError('series.badFile', { name })
  store.transaction((db) => {
    findSeries({ db, workspaceId }, id)
    putValues(db, id, values)
  })
  inbox.drop(token)
  return { put: values.length, refused: refused.length }
}

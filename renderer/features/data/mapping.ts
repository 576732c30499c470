import { type MappingSpec, type MappingTarget, mappingTargets } from '#shared/contract/imports.ts'

/** What a line cannot do without; currency and account may be one value for the whole file. */
const neededTargets = ['date', 'cost', 'currency', 'account'] as const satisfies readonly MappingTarget[]

const hasFixed = (spec: MappingSpec, target: MappingTarget): boolean =>
  (target === 'currency' && spec.currency !== null) ||
  (target === 'account' && spec.account !== null && spec.account.trim() !== '')

/** What still has to be said before the file can be read. */
export const missingTargets = (spec: MappingSpec): MappingTarget[] =>
  neededTargets.filter((target) => spec.columns[target] === undefined && !hasFixed(spec, target))

/** A column chosen for a target, or taken from it; a chosen column replaces the one value, and is no tag besides. */
export function withColumn(spec: MappingSpec, target: MappingTarget, column: string | null): MappingSpec {
  const { [target]: _old, ...rest } = spec.columns
  if (column === null) return { ...spec, columns: rest }
  return {
    ...spec,
    columns: { ...rest, [target]: column },
    tags: spec.tags.filter((tag) => tag !== column),
    currency: target === 'currency' ? null : spec.currency,
    account: target === 'account' ? null : spec.account,
  }
}

/** Targets that a column was found for stand among those that are needed; the others wait to be asked for. */
export function splitTargets(proposal: MappingSpec): { shown: MappingTarget[]; rest: MappingTarget[] } {
  const isShown = (target: MappingTarget): boolean =>
    (neededTargets as readonly MappingTarget[]).includes(target) || proposal.columns[target] !== undefined
  return {
    shown: [...neededTargets, ...mappingTargets.filter((each) => isShown(each) && !isNeeded(each))],
    rest: mappingTargets.filter((each) => !isShown(each)),
  }
}

export const isNeeded = (target: MappingTarget): boolean =>
  (neededTargets as readonly MappingTarget[]).includes(target)

/** What a column is used for, by its name. */
export function targetsByColumn(spec: MappingSpec): Map<string, MappingTarget> {
  const used = new Map<string, MappingTarget>()
  for (const target of mappingTargets) {
    const column = spec.columns[target]
    if (column !== undefined) used.set(column, target)
  }
  return used
}

type Sample = { header: readonly string[]; rows: readonly (readonly string[])[] }

/** The first value that a column has in the sample. */
export function exampleOf({ header, rows }: Sample, column: string | undefined): string | null {
  const at = column === undefined ? -1 : header.indexOf(column)
  if (at < 0) return null
  return rows.find((row) => (row[at] ?? '').trim() !== '')?.[at]?.trim() ?? null
}

const EITHER_WAY = /^(0?[1-9]|1[0-2])[./-](0?[1-9]|1[0-2])[./-](\d{4}|\d{2})\b/

/** A date of the sample that can be read both ways, with its two first figures; null where there is none. */
export function dateExample({
  rows,
}: Pick<Sample, 'rows'>): { text: string; a: number; b: number; year: number } | null {
  for (const row of rows)
    for (const cell of row) {
      const match = EITHER_WAY.exec(cell.trim())
      const [, a, b, year] = match ?? []
      if (match && a !== undefined && b !== undefined && year !== undefined && Number(a) !== Number(b))
        return {
          text: match[0],
          a: Number(a),
          b: Number(b),
          year: Number(year) + (year.length === 2 ? 2000 : 0),
        }
    }
  return null
}

/** Three digits after the only sign: kopecks with a tenth, or thousands. */
const EITHER_AMOUNT = /^-?\d{1,3}[.,]\d{3}$/

/** An amount of the sample that can be read both ways, with what it is either way; null where there is none. */
export function amountExample({
  rows,
}: Pick<Sample, 'rows'>): { text: string; '.': string; ',': string } | null {
  for (const row of rows)
    for (const cell of row) {
      const text = cell.trim()
      if (!EITHER_AMOUNT.test(text)) continue
      return {
        text,
        '.': text.replaceAll(',', ''),
        ',': text.replaceAll('.', '').replace(',', '.'),
      }
    }
  return null
}

/** A name to keep a mapping under: the file's own, without what it ends in and without its dates. */
export const nameFromFile = (fileName: string): string =>
  fileName
    .replace(/(\.(csv|tsv|txt|xlsx|parquet|gz))+$/i, '')
    .replace(/[\s_-]*(19|20)\d{2}([._-]?\d{2})*$/, '')
    .trim()
    .slice(0, 120) || fileName.slice(0, 120)

import { type FocusVersion, focusVersions } from '#shared/contract/ledger.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { categoryOfSubcategory, isServiceCategory } from './allowed.ts'
import { columnsOf, type FocusColumnName, type FocusRow } from './columns.ts'
import { isInstant, isJsonObject, isNumber, isUnit } from './formats.ts'
import { makesCost, readPrice } from './pricing.ts'
import { columnRules, presenceNumbers } from './rules/column-rules.ts'
import { relationRules } from './rules/relation-rules.ts'
import { columnsOfRule, type FocusRule, type Must, type When } from './rules/rule.ts'

type Test = (row: FocusRow) => boolean

const always: Test = () => true

/** The rules that a version has: those whose columns it has. */
export function rulesOf(version: FocusVersion): FocusRule[] {
  const names = new Set(columnsOf(version).map(({ name }) => name))
  return [...columnRules, ...relationRules].filter(
    (rule) =>
      (rule.versions ?? focusVersions).includes(version) &&
      columnsOfRule(rule).every((name) => names.has(name)),
  )
}

/** Counts, rule by rule, the rows that break it. Rules over the whole file see the rows as they come. */
export function createChecker(version: FocusVersion) {
  const tests = rulesOf(version).map((rule) => ({
    rule,
    applies: whenOf(rule.when),
    holds: testOf(rule.must),
    broken: 0,
  }))
  return {
    check(row: FocusRow): void {
      for (const test of tests) if (test.applies(row) && !test.holds(row)) test.broken += 1
    },
    /** How many rows break what; rules that hold are left out. */
    broken: (level: FocusRule['level']): Map<string, number> =>
      new Map(
        tests
          .filter(({ rule, broken }) => rule.level === level && broken > 0)
          .map(({ rule, broken }) => [rule.id, broken]),
      ),
  }
}

/** The rules that rows break, `must` alone, and how often. */
export function checkRows(rows: Iterable<FocusRow>, version: FocusVersion): Map<string, number> {
  const checker = createChecker(version)
  for (const row of rows) checker.check(row)
  return checker.broken('must')
}

/** The rules of presence that a header breaks. */
export const checkHeader = (header: readonly string[], version: FocusVersion): string[] =>
  columnsOf(version)
    .filter(({ name }) => !header.includes(name))
    .map(({ name, presence }) =>
      presence['1.2'] ? `CostAndUsage-D-${presenceNumbers[name]}` : `own-${name}-present`,
    )

function whenOf(when: When | undefined): Test {
  if (!when) return always
  const lists = when.map((terms) => terms.map(termOf))
  return (row) => lists.some((terms) => terms.every((holds) => holds(row)))
}

function termOf(term: When[number][number]): Test {
  const { column } = term
  if ('isNull' in term) return (row) => (row[column] === null) === term.isNull
  if ('is' in term) return (row) => term.is.includes(row[column] ?? '')
  return (row) => !term.isNot.includes(row[column] ?? '')
}

const FORMATS: Record<Extract<Must, { kind: 'format' }>['format'], (text: string) => boolean> = {
  text: (text) => text.trim() !== '' && text.isWellFormed(),
  number: isNumber,
  instant: isInstant,
  currency: isCurrency,
  flatObject: (text) => isJsonObject(text, true),
  object: (text) => isJsonObject(text, false),
  unit: isUnit,
}

function testOf(must: Must): Test {
  switch (must.kind) {
    case 'null':
      return (row) => row[must.column] === null
    case 'notNull':
      return (row) => row[must.column] !== null
    case 'format':
      return valueTest(must.column, FORMATS[must.format])
    case 'oneOf':
      // What is no text at all is told by the rule of the format.
      return valueTest(must.column, (text) => must.values.includes(text) || text.trim() === '')
    case 'noneOf':
      return valueTest(must.column, (text) => !must.values.includes(text))
    case 'notNegative':
      return valueTest(must.column, (text) => !text.startsWith('-') || parseDecimal(text) === 0n)
    case 'product':
      return (row) => isProduct(row[must.price], row[must.quantity], row[must.cost])
    case 'before':
      return (row) => isBefore(row[must.start], row[must.end])
    case 'equal':
      return (row) => areEqual(must.columns.map((column) => row[column]))
    case 'subcategory':
      return (row) =>
        !isServiceCategory(row.ServiceCategory ?? '') ||
        (row.ServiceSubcategory ?? '').trim() === '' ||
        categoryOfSubcategory(row.ServiceSubcategory ?? '') === row.ServiceCategory
    case 'oneFor':
      return oneFor(must.column, must.one)
  }
}

const valueTest = (column: FocusColumnName, holds: (text: string) => boolean): Test => {
  // Most values repeat from row to row, or from one row to the one after the next.
  let last: string | null = null
  let former: string | null = null
  return (row) => {
    const value = row[column]
    if (value === null || value === last || value === former) return true
    if (!holds(value)) return false
    former = last
    last = value
    return true
  }
}

const isBefore = (start: string | null, end: string | null): boolean =>
  start === null || end === null || !isInstant(start) || !isInstant(end) || start < end

function isProduct(price: string | null, quantity: string | null, cost: string | null): boolean {
  if (price === null || quantity === null || cost === null) return true
  // A float is right to fifteen digits: what it finds equal to ten is equal to nine. Most rows end here.
  const rough = Number(cost)
  if (Math.abs(Number(price) * Number(quantity) - rough) <= 1e-10 * Math.max(Math.abs(rough), 1)) return true
  const numbers = { price: readPrice(price), quantity: parseDecimal(quantity), cost: parseDecimal(cost) }
  // What is no number is another rule's.
  if (numbers.price === null || numbers.quantity === null || numbers.cost === null) return true
  return makesCost(numbers.price.scaled, numbers.quantity, numbers.cost)
}

function areEqual(texts: readonly (string | null)[]): boolean {
  const [first, ...rest] = texts
  if (rest.every((text) => text === first)) return true
  const [wanted, ...others] = texts.map((text) => (text === null ? null : parseDecimal(text)))
  return others.every((amount) => amount === wanted)
}

function oneFor(column: FocusColumnName, one: FocusColumnName): Test {
  const known = new Map<string, string>()
  return (row) => {
    const value = row[column]
    const told = row[one]
    if (value === null || told === null || told.trim() === '') return true
    const before = known.get(value)
    if (before === undefined) known.set(value, told)
    return before === undefined || before === told
  }
}

import { type MappingSpec, type MappingTarget, mappingTargets } from '#shared/contract/imports.ts'
import type { Provider } from '#shared/contract/values.ts'
import { decimalOf, isBlank, readAmount } from '../detect/amount.ts'
import { createOrderJudge, readDate } from '../detect/date.ts'
import { providerOf } from '../focus/values.ts'
import type { Cells } from '../table/cells.ts'
import { currencyOfColumns } from '../table/currency-of.ts'
import { type Header, plainName } from '../table/header.ts'
import { isTotalWord } from '../table/total-word.ts'
import { targetNames, targetStarts } from './names.ts'

const LOOKED_AT = 200
const ENOUGH = 0.8

type Share = { amounts: number; dates: number; filled: number; withFraction: number }

/** Which column is what, by their names first and by what stands in them then. A person has the last word. */
export function proposeMapping(header: Header, sample: readonly Cells[], fileName: string): MappingSpec {
  const shares = header.names.map((_, index) => shareOf(sample, index))
  const taken = new Set<number>()
  const found = new Map<MappingTarget, number>()
  const fits = (target: MappingTarget, index: number): boolean => {
    const share = shares[index]
    if (!share || taken.has(index)) return false
    if (target === 'date' || target === 'dateEnd') return share.dates >= ENOUGH
    if (target === 'cost' || target === 'listCost' || target === 'quantity' || target === 'tax')
      return share.amounts >= ENOUGH
    return true
  }
  const take = (target: MappingTarget, index: number): void => {
    found.set(target, index)
    taken.add(index)
  }

  for (const target of mappingTargets) {
    const index = targetNames[target]
      .map((name) => header.find(name))
      .find((at) => at >= 0 && fits(target, at))
    if (index !== undefined) take(target, index)
  }
  for (const target of mappingTargets) {
    const start = targetStarts[target]
    if (found.has(target) || !start) continue
    const index = header.names.findIndex((name, at) => start.test(plainName(name)) && fits(target, at))
    if (index >= 0) take(target, index)
  }
  if (!found.has('date')) {
    const index = header.names.findIndex((_, at) => fits('date', at) && (shares[at]?.filled ?? 0) >= ENOUGH)
    if (index >= 0) take('date', index)
  }
  if (!found.has('cost')) {
    const columns = header.names
      .map((_, at) => at)
      .filter((at) => fits('cost', at) && !isDateLike(shares[at]))
    const index = columns.filter((at) => (shares[at]?.withFraction ?? 0) > 0).at(-1) ?? columns.at(-1)
    if (index !== undefined) take('cost', index)
  }

  const cost = found.get('cost') ?? -1
  const date = found.get('date') ?? -1
  const judge = createOrderJudge()
  if (date >= 0) for (const row of sample) judge.see(row.cell(date))
  const order = judge.verdict()
  const decimal = decimalOf(sample.map((row) => (cost < 0 ? '' : row.cell(cost))))
  return {
    provider: providerIn(header, fileName),
    account: null,
    currency: found.has('currency') ? null : currencyOfColumns(header, [cost], sample),
    columns: Object.fromEntries([...found].map(([target, index]) => [target, header.names[index] ?? ''])),
    tags: header.names.filter(
      (name, index) => !taken.has(index) && /^(tag|label|тег|метка)[s:._ ]/i.test(name),
    ),
    dateOrder: order === 'ask' ? null : order,
    decimal: decimal === 'ask' ? null : decimal,
  }
}

const isDateLike = (share: Share | undefined): boolean => (share?.dates ?? 0) >= ENOUGH

function shareOf(sample: readonly Cells[], index: number): Share {
  const texts = sample
    .slice(0, LOOKED_AT)
    .filter((row) => !isTotalWord(row.cell(0)))
    .map((row) => row.cell(index))
    .filter((text) => !isBlank(text))
  const count = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  return {
    amounts: count((text) => readAmount(text, ',') !== null || readAmount(text, '.') !== null),
    dates: count(
      (text) => (readDate(text, 'dayFirst') ?? readDate(text, 'monthFirst')) !== null || isRange(text),
    ),
    filled: texts.length / Math.max(1, Math.min(LOOKED_AT, sample.length)),
    withFraction: count((text) => /[.,]\d{1,2}\D*$/.test(text)),
  }
}

const isRange = (text: string): boolean =>
  /^\D{0,3}\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—по]+\s*\d{1,2}\.\d{1,2}\.\d{4}$/u.test(text)

function providerIn(header: Header, fileName: string): Provider {
  for (const text of [fileName.replace(/[_.-]+/g, ' '), ...header.names]) {
    const provider = providerOf(text)
    if (provider !== 'other') return provider
  }
  return 'other'
}

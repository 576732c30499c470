import { conditionWords, type Naming } from '#renderer/app/costs/condition-words.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { type DraftRule, isByCost } from './draft.ts'
import { readPercent, readWeight } from './shares.ts'

type Words = Naming & { t: Translate; format: Format }

/** More than that nobody reads in one line. */
const MOST_PARTS = 4

/** `name` is empty where nobody has given one; `whole` is what is read out. */
export type RuleText = { name: string; when: string; to: string; whole: string }

/** A rule in one line: `Ресурс начинается с «web-»`, and where its costs go: `Витрина`. */
export function ruleWords(rule: AllocationRule | DraftRule, words: Words): RuleText {
  const name = rule.name.trim()
  const [when, to] = isBareCopy(rule)
    ? [
        words.t('allocation.words.has', { name: words.nameOf(rule.outcome.dimension) }),
        words.t('allocation.words.own'),
      ]
    : [whenWords(rule, words), outcomeWords(rule.outcome, words)]
  const said = words.t('allocation.wordsTo', { what: when, to })
  return { name, when, to, whole: name === '' ? said : `${name}: ${said}` }
}

type BareCopy = { outcome: { kind: 'copy'; dimension: CostDimension } }

/** A rule whose only condition is that there is something to take over. */
const isBareCopy = <R extends AllocationRule | DraftRule>(rule: R): rule is R & BareCopy =>
  rule.where.length === 0 &&
  (rule.cost === null || (!rule.cost.from && !rule.cost.to)) &&
  rule.outcome.kind === 'copy' &&
  rule.outcome.dimension !== null

function whenWords(rule: AllocationRule | DraftRule, words: Words): string {
  const { t } = words
  const groups = rule.where.map((group) =>
    group.map((condition) => conditionWords(condition, words, t)).join(t('allocation.and')),
  )
  const said = groups.length > 0 ? [groups.join(t('allocation.or'))] : []
  const cost = costWords(rule.cost, words)
  if (cost !== null) said.push(cost)
  return said.length === 0 ? t('allocation.everything') : said.join(t('allocation.and'))
}

function costWords(cost: AllocationRule['cost'] | DraftRule['cost'], { t, format }: Words): string | null {
  if (cost === null) return null
  const text = (amount: string | null): string | null =>
    amount !== null && /^\d+(\.\d+)?$/.test(amount)
      ? format.moneyWhole({ amount, currency: cost.currency })
      : null
  const [from, to] = [text(cost.from), text(cost.to)]
  if (from !== null && to !== null) return t('allocation.words.costRange', { from, to })
  if (from !== null) return t('allocation.words.costFrom', { from })
  return to === null ? null : t('allocation.words.costTo', { to })
}

type Share = { part: string; amount: string | null }

function outcomeWords(outcome: RuleOutcome | DraftRule['outcome'], words: Words): string {
  const { t, format, nameOf } = words
  const list = (shares: readonly Share[]): string => listWords(shares, t)
  switch (outcome.kind) {
    case 'part':
      return outcome.part.trim() || t('allocation.words.noPart')
    case 'copy':
      return outcome.dimension === null
        ? t('allocation.words.noPart')
        : t('allocation.words.copy', { name: nameOf(outcome.dimension) })
    case 'percent':
      return t('allocation.words.percent', {
        parts: list(
          sharesOf(outcome, (percent) => {
            const read = readPercent(percent)
            return read === null ? null : format.percent(Number(read) / 100, { digits: 4 })
          }),
        ),
      })
    case 'weight':
      return t('allocation.words.weight', {
        parts: list(
          sharesOf(outcome, (weight) => {
            const read = readWeight(weight)
            return read === null ? null : format.number(read)
          }),
        ),
      })
    case 'even':
      return t('allocation.words.even', { parts: list(sharesOf(outcome, () => null)) })
    case 'metric': {
      const isCost = 'shares' in outcome ? isByCost(outcome) : outcome.by.kind === 'cost'
      return t(isCost ? 'allocation.words.cost' : 'allocation.words.series', {
        parts: list(sharesOf(outcome, () => null)),
      })
    }
  }
}

function sharesOf(
  outcome: RuleOutcome | DraftRule['outcome'],
  amountOf: (text: string) => string | null,
): Share[] {
  if ('shares' in outcome) {
    const isAll = (outcome.kind === 'even' || outcome.kind === 'metric') && outcome.isOverAll
    if (isAll) return []
    return outcome.shares
      .filter(({ part }) => part.trim() !== '')
      .map(({ part, amount }) => ({ part: part.trim(), amount: amountOf(amount) }))
  }
  switch (outcome.kind) {
    case 'percent':
      return outcome.parts.map(({ part, percent }) => ({ part, amount: amountOf(percent) }))
    case 'weight':
      return outcome.parts.map(({ part, weight }) => ({ part, amount: amountOf(weight) }))
    case 'even':
    case 'metric':
      return outcome.parts.map((part) => ({ part, amount: null }))
    default:
      return []
  }
}

function listWords(shares: readonly Share[], t: Translate): string {
  if (shares.length === 0) return t('allocation.words.all')
  const shown = shares
    .slice(0, MOST_PARTS)
    .map(({ part, amount }) => (amount === null ? part : `${part} ${amount}`))
  return shares.length > MOST_PARTS ? `${shown.join(', ')}…` : shown.join(', ')
}

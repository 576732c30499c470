import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { VirtualKind } from '#shared/contract/allocation.ts'
import type { ClientTerms } from '#shared/contract/business.ts'
import type { CostCondition, CostDimension } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export type Margins = CallOutput<'business.listMargins'>
export type MarginItem = Margins['items'][number]
export type MarginMonth = MarginItem['months'][number]

/** `terms`: clients by what they pay; `revenue`: products by what they bring. */
export type MarginsBy = 'clients' | 'products'

const KINDS: Record<MarginsBy, readonly VirtualKind[]> = {
  clients: ['client'],
  products: ['product', 'feature'],
}

type Tag = { id: string; name: string; kind: VirtualKind; isOn: boolean }

/** Virtual tags of the tab, those that are made for it first: any other may serve as well. */
export function tagsFor<T extends Tag>(tags: readonly T[], by: MarginsBy): { own: T[]; others: T[] } {
  const on = tags.filter(({ isOn }) => isOn)
  const isOwn = ({ kind }: Tag): boolean => KINDS[by].includes(kind)
  return { own: on.filter(isOwn), others: on.filter((tag) => !isOwn(tag)) }
}

/** Parts with what they cost; costs that are nobody's stand last, whatever they are. */
export const inOrder = (items: readonly MarginItem[]): MarginItem[] => [
  ...items.filter(({ part }) => part !== null),
  ...items.filter(({ part }) => part === null),
]

export function partCondition(tagId: string, part: string | null): CostCondition {
  const dimension: CostDimension = `virtual:${tagId}`
  return part === null ? { dimension, op: 'empty', values: [] } : { dimension, op: 'is', values: [part] }
}

const isAbove = (amount: string): boolean => (parseDecimal(amount) ?? 0n) > 0n

export const hasUnpriced = ({ unpriced }: Margins['totals']): boolean => isAbove(unpriced)

export const signOf = (amount: string | null): 'good' | 'bad' | undefined => {
  const femtos = amount === null ? 0n : (parseDecimal(amount) ?? 0n)
  return femtos < 0n ? 'bad' : undefined
}

export function termsWords(terms: ClientTerms, t: Translate, format: Format): string {
  const percent = format.number(terms.percent ?? '0', 4)
  switch (terms.kind) {
    case 'markup':
      return t('margins.terms.markup', { percent })
    case 'discount':
      return t('margins.terms.discount', { percent })
    case 'fixed':
      return t('margins.terms.fixed', {
        price: format.money({ amount: terms.price ?? '0', currency: terms.currency ?? 'RUB' }),
      })
  }
}

/** A percentage or an amount as it was typed, as plain decimal text; null for what is none. */
export function readNumber(text: string): string | null {
  const plain = text
    .replace(/[\s\u00a0\u202f%]/gu, '')
    .replace(',', '.')
    .replace('−', '-')
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(plain)) return null
  return formatDecimal(parseDecimal(plain) ?? 0n)
}

/** Why a percentage is none that the terms can have; null where it is one. */
export function percentProblem(
  text: string,
  kind: 'markup' | 'discount',
): 'badPercent' | 'tooMuch' | 'tooLittle' | null {
  const value = readNumber(text)
  if (value === null || !/^-?\d{1,4}(\.\d{1,4})?$/.test(value)) return 'badPercent'
  const femtos = parseDecimal(value) ?? 0n
  const hundred = 100n * 10n ** 15n
  if (kind === 'discount' && femtos > hundred) return 'tooMuch'
  return kind === 'markup' && femtos < -hundred ? 'tooLittle' : null
}

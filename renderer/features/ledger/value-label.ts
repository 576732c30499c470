import type { Translate } from '#renderer/i18n/translate.ts'

const categories = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] as const

/** FOCUS's own words in the person's language; what a bill says stays as it is. */
export function valueLabel(column: string, value: string, t: Translate): string {
  const category = column === 'chargeCategory' ? categories.find((each) => each === value) : undefined
  return category ? t(`ledger.category.${category}`) : value
}

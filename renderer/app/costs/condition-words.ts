import type { Translate } from '#renderer/i18n/translate.ts'
import type { CostCondition, CostDimension } from '#shared/contract/costs.ts'

export type Naming = {
  nameOf: (dimension: CostDimension) => string
  labelOf: (dimension: CostDimension, value: string) => string
}

/** A condition in a few words: `Сервис: Диски и ещё 2`, `Тег «team»: не указано`. */
export function conditionWords(condition: CostCondition, { nameOf, labelOf }: Naming, t: Translate): string {
  const { dimension, op, values } = condition
  const name = nameOf(dimension)
  if (op === 'empty' || op === 'notEmpty') return `${name}: ${t(`costs.op.${op}`)}`
  const isText = op !== 'is' && op !== 'isNot'
  const first = isText ? `«${values[0] ?? ''}»` : labelOf(dimension, values[0] ?? '')
  const what = values.length > 1 ? t('costs.where.valuesMore', { first, count: values.length - 1 }) : first
  return op === 'is' ? `${name}: ${what}` : `${name} ${t(`costs.op.${op}`)} ${what}`
}

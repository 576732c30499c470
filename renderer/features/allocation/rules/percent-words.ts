import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'

/** "осталось 12 %", "больше ста на 3 %", "ровно 100 %"; `left` is exact decimal text, of which at most four places are. */
export function leftWords(left: string, t: Translate, format: Format): string {
  if (left === '0') return t('allocation.whole')
  const isOver = left.startsWith('-')
  const percent = format.percent(Number(isOver ? left.slice(1) : left) / 100, { digits: 4 })
  return t(isOver ? 'allocation.over' : 'allocation.left', { percent })
}

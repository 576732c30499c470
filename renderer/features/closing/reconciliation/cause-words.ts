import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { isDay } from '#shared/lib/day.ts'
import type { Cause } from './view.ts'

/** Why, in a sentence: codes and facts of the contract in the person's words. */
export function causeSentence({ kind, facts }: Cause, t: Translate, format: Format): string {
  const text = (name: string): string => String(facts[name] ?? '')
  const day = (name: string): string => {
    const value = text(name)
    return isDay(value) ? format.day(value) : value
  }
  const rate = (name: string): string => {
    const value = text(name)
    return value === 'none' || value === 'mixed'
      ? t(`closing.rate.${value}`)
      : t('closing.rate.percent', { rate: value })
  }
  const about = { number: text('number'), day: day('day'), name: text('name') }
  switch (kind) {
    case 'grant':
      if (facts.what === 'act') return t('closing.why.grant.act', about)
      return t(facts.what === 'discounts' ? 'closing.why.grant.discounts' : 'closing.why.grant.credits')
    case 'rounding':
      return t('closing.why.rounding', { count: Number(facts.lines ?? 0) })
    case 'correction':
      if (Number(facts.count) > 1) return t('closing.why.correction.many', { count: text('count') })
      return t(facts.what === 'act' ? 'closing.why.correction.act' : 'closing.why.correction.line', about)
    case 'dayBorder': {
      if (facts.what === 'hours')
        return t('closing.why.dayBorder.hours', { zone: text('zone'), hours: text('hours') })
      const isOne = facts.from === facts.to
      return t(isOne ? 'closing.why.dayBorder.day' : 'closing.why.dayBorder.days', {
        from: day('from'),
        to: day('to'),
      })
    }
    case 'lateRows':
      return t(facts.since === 'close' ? 'closing.why.lateRows.close' : 'closing.why.lateRows.act', about)
    case 'currencyRate': {
      const rates = {
        rate: format.number(text('rate'), 4),
        used: format.number(text('used'), 4),
        day: day('day'),
      }
      return t(facts.what === 'act' ? 'closing.why.currencyRate.act' : 'closing.why.currencyRate.day', rates)
    }
    case 'missingFile':
      return t('closing.why.missingFile', { days: daysOf(facts, format) })
    case 'wrongVat':
      return t(facts.isInside === 1 ? 'closing.why.wrongVat.inside' : 'closing.why.wrongVat', {
        ...about,
        rate: rate('rate'),
        usual: rate('usual'),
      })
    case 'unexplained':
      return t('closing.why.unexplained')
  }
}

function daysOf({ from, to }: Cause['facts'], format: Format): string {
  const [first, last] = [String(from ?? ''), String(to ?? '')]
  if (!isDay(first) || !isDay(last)) return ''
  return first === last ? format.day(first) : format.dayRange(first, last)
}

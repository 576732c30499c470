import { rangeWords } from '#renderer/app/period/period-view.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Language } from '#renderer/i18n/language.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import type { Day } from '#shared/lib/day.ts'

type Speech = { t: Translate; format: Pick<Format, 'money' | 'percent'>; language: Language; today: Day }

/** What has happened, and the figure behind it. */
export function alertWords(
  alert: AlertView,
  { t, format, language, today }: Speech,
): { title: string; detail: string | null } {
  const { subject } = alert
  const day = alert.day === null ? null : rangeWords(alert.day, alert.day, today, language)
  const amount = alert.amount === null ? null : format.money(positive(alert.amount))
  const percent = alert.ratio === null ? null : format.percent(alert.ratio, { digits: 0 })
  switch (alert.code) {
    case 'renewal.due': {
      const isLate = alert.day !== null && alert.day < today
      return {
        title: t(isLate ? 'dashboard.alert.renewal.late' : 'dashboard.alert.renewal.due', {
          subject,
          day: day ?? '—',
        }),
        detail: amount === null ? null : t('dashboard.alertDetail.price', { amount }),
      }
    }
    case 'budget.exceeded':
      return {
        title: t('dashboard.alert.budget.exceeded', { subject }),
        detail: amount && percent ? t('dashboard.alertDetail.exceeded', { amount, percent }) : null,
      }
    case 'budget.willExceed':
      return {
        title:
          day === null
            ? t('dashboard.alert.budget.willExceed', { subject })
            : t('dashboard.alert.budget.willExceedDay', { subject, day }),
        detail: amount && percent ? t('dashboard.alertDetail.willExceed', { amount, percent }) : null,
      }
    case 'balance.low':
      return {
        title: t('dashboard.alert.balance.low', { subject, day: day ?? '—' }),
        detail:
          alert.amount === null
            ? null
            : t('dashboard.alertDetail.balance', { amount: format.money(alert.amount) }),
      }
    case 'sync.failed':
      return { title: t('dashboard.alert.sync.failed', { subject }), detail: t('dashboard.alertDetail.sync') }
    case 'data.stale':
      return {
        title:
          day === null
            ? t('dashboard.alert.data.stale', { subject })
            : t('dashboard.alert.data.staleDay', { subject, day }),
        detail: null,
      }
    case 'spend.unusual': {
      const isFall = alert.amount?.amount.startsWith('-') ?? false
      const signed = alert.ratio === null ? '—' : format.percent(alert.ratio, { digits: 0, sign: true })
      return {
        title: t(isFall ? 'dashboard.alert.spend.fall' : 'dashboard.alert.spend.rise', { subject }),
        detail:
          amount === null
            ? day
            : t(isFall ? 'dashboard.alertDetail.fall' : 'dashboard.alertDetail.rise', {
                day: day ?? '—',
                amount,
                percent: signed,
              }),
      }
    }
  }
}

const positive = <T extends { amount: string }>(money: T): T => ({
  ...money,
  amount: money.amount.replace(/^-/, ''),
})

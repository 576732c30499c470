import type { DifferenceKind } from '#shared/contract/differences.ts'
import type { Locale } from '#shared/lib/format-money.ts'

type Texts = {
  name: string
  columns: Record<
    'day' | 'kind' | 'account' | 'service' | 'product' | 'resource' | 'before' | 'after' | 'change',
    string
  >
  kinds: Record<DifferenceKind, string>
  total: string
}

export const differenceTexts: Record<Locale, Texts> = {
  ru: {
    name: 'Изменения в счетах',
    columns: {
      day: 'День',
      kind: 'Что изменилось',
      account: 'Аккаунт',
      service: 'Услуга',
      product: 'Позиция',
      resource: 'Ресурс',
      before: 'Было',
      after: 'Стало',
      change: 'Разница',
    },
    kinds: { added: 'Добавлено', corrected: 'Исправлено', withdrawn: 'Отозвано' },
    total: 'Итого',
  },
  en: {
    name: 'Changes in bills',
    columns: {
      day: 'Day',
      kind: 'What changed',
      account: 'Account',
      service: 'Service',
      product: 'Item',
      resource: 'Resource',
      before: 'Before',
      after: 'Now',
      change: 'Difference',
    },
    kinds: { added: 'Added', corrected: 'Corrected', withdrawn: 'Withdrawn' },
    total: 'Total',
  },
}

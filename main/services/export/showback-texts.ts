type Texts = Record<
  | 'showback'
  | 'chargeback'
  | 'level'
  | 'direct'
  | 'shared'
  | 'remainder'
  | 'total'
  | 'share'
  | 'resources'
  | 'sum'
  | 'nobody',
  string
>

/** Words of the file about who bears what: those that the page uses. */
export const showbackTexts: Record<'ru' | 'en', Texts> = {
  ru: {
    showback: 'Распределение',
    chargeback: 'Перевыставление',
    level: 'Уровень',
    direct: 'Свои',
    shared: 'Общие',
    remainder: 'Остаток',
    total: 'Всего',
    share: 'Доля, %',
    resources: 'Ресурсов',
    sum: 'Итого',
    nobody: 'Не распределено',
  },
  en: {
    showback: 'Showback',
    chargeback: 'Chargeback',
    level: 'Level',
    direct: 'Direct',
    shared: 'Shared',
    remainder: 'Remainder',
    total: 'Total',
    share: 'Share, %',
    resources: 'Resources',
    sum: 'Total',
    nobody: 'Not allocated',
  },
}

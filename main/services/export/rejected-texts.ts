import type { Locale } from '#shared/lib/format-money.ts'

type Texts = {
  name: string
  columns: { file: string; line: string; reason: string; column: string; value: string; text: string }
  total: string
  /** What importers say of a row (importers/line-sink); what is not here is written as it is. */
  reasons: Readonly<Record<string, string>>
}

export const rejectedTexts: Record<Locale, Texts> = {
  ru: {
    name: 'Карантин',
    columns: {
      file: 'Файл',
      line: 'Строка файла',
      reason: 'Причина',
      column: 'Столбец',
      value: 'Значение',
      text: 'Строка целиком',
    },
    total: 'Всего строк: {count}',
    reasons: {
      badNumber: 'Вместо числа другое значение',
      badDate: 'Дата не читается',
      noDate: 'Нет даты',
      noAmount: 'Нет суммы',
      badCurrency: 'Валюта не распознана',
      noCurrency: 'Нет валюты',
      noAccount: 'Нет аккаунта',
      badPeriod: 'Период начисления заканчивается раньше, чем начинается',
      badTags: 'Теги не читаются',
      tooLong: 'Значение длиннее, чем может быть',
      tooBig: 'Число больше, чем может быть',
      columns: 'Число столбцов не такое, как в заголовке',
      quotes: 'Кавычка не закрыта',
      encoding: 'Буквы не читаются в кодировке файла',
      repeated: 'Повтор другой строки файла',
      totalRow: 'Итоговая строка, не расход',
      secondHeader: 'Повтор заголовка',
    },
  },
  en: {
    name: 'Quarantine',
    columns: {
      file: 'File',
      line: 'Line of the file',
      reason: 'Reason',
      column: 'Column',
      value: 'Value',
      text: 'The whole row',
    },
    total: 'Rows in all: {count}',
    reasons: {
      badNumber: 'Something else in place of a number',
      badDate: 'The date cannot be read',
      noDate: 'No date',
      noAmount: 'No amount',
      badCurrency: 'Unknown currency',
      noCurrency: 'No currency',
      noAccount: 'No account',
      badPeriod: 'The charge period ends before it begins',
      badTags: 'The tags cannot be read',
      tooLong: 'A value is longer than it may be',
      tooBig: 'A number is bigger than it may be',
      columns: 'Not as many columns as the header has',
      quotes: 'A quotation mark is not closed',
      encoding: 'Letters cannot be read in the file’s encoding',
      repeated: 'Repeats another row of the file',
      totalRow: 'A row of totals, not a cost',
      secondHeader: 'The header once more',
    },
  },
}

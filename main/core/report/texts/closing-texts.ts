import type { CauseKind, ClosingStep, ClosingStepView } from '#shared/contract/reconciliation.ts'
import type { Locale } from '#shared/lib/format-money.ts'

/** Words of the month's close in reports. */
type ClosingTexts = {
  columns: Record<
    | 'accrued'
    | 'discounts'
    | 'without'
    | 'vat'
    | 'withVat'
    | 'act'
    | 'actTotal'
    | 'difference'
    | 'paid'
    | 'what'
    | 'note'
    | 'costAccount',
    string
  >
  /** With {rate} and {base}. */
  vatLine: string
  vatNone: string
  vatMixed: string
  actLine: string
  causes: Record<CauseKind, string>
  states: Record<'equal' | 'differs' | 'noAct' | 'signed' | 'stale', string>
  /** With {count}. */
  moreLines: string
  steps: Record<ClosingStep, string>
  stepStates: Record<ClosingStepView['state'], string>
  doneOf: string
  closed: string
  postings: string
}

export const closingTexts: Record<Locale, ClosingTexts> = {
  ru: {
    columns: {
      accrued: 'Начислено',
      discounts: 'Скидки',
      without: 'Без НДС',
      vat: 'НДС',
      withVat: 'С НДС',
      act: 'Акт',
      actTotal: 'Сумма акта',
      difference: 'Разница',
      paid: 'Оплачено',
      what: 'Показатель',
      note: 'Примечание',
      costAccount: 'Счёт затрат',
    },
    vatLine: 'НДС {rate}% с {base}',
    vatNone: 'Без НДС: {base}',
    vatMixed: 'НДС по разным ставкам с {base}',
    actLine: 'Акт {numbers} от {day}',
    causes: {
      grant: 'Гранты и бонусы',
      rounding: 'Округление',
      correction: 'Корректировка',
      dayBorder: 'Граница суток',
      lateRows: 'Строки пришли позже акта',
      currencyRate: 'Курс валюты',
      missingFile: 'Не хватает данных',
      wrongVat: 'Ставка или сумма НДС',
      unexplained: 'Не объяснено',
    },
    states: {
      equal: 'Сходится',
      differs: 'Расходится',
      noAct: 'Нет акта',
      signed: 'Согласовано',
      stale: 'Изменилось после согласования',
    },
    moreLines: 'И ещё строк: {count}',
    steps: {
      data: 'Данные загружены',
      reconciled: 'Акты сверены',
      rates: 'Курсы зафиксированы',
      reports: 'Отчёты сформированы',
      sent: 'Отчёты отправлены',
    },
    stepStates: { done: 'Готово', todo: 'Не готово', attention: 'Проверить', waiting: 'Ожидает' },
    doneOf: '{done} из {total}',
    closed: 'Месяц закрыт.',
    postings: 'Проводки для 1С',
  },
  en: {
    columns: {
      accrued: 'Accrued',
      discounts: 'Discounts',
      without: 'Without VAT',
      vat: 'VAT',
      withVat: 'With VAT',
      act: 'Act',
      actTotal: 'Sum of the act',
      difference: 'Difference',
      paid: 'Paid',
      what: 'Figure',
      note: 'Note',
      costAccount: 'Cost account',
    },
    vatLine: 'VAT {rate}% of {base}',
    vatNone: 'Without VAT: {base}',
    vatMixed: 'VAT of several rates on {base}',
    actLine: 'Act {numbers} of {day}',
    causes: {
      grant: 'Grants and bonuses',
      rounding: 'Rounding',
      correction: 'Correction',
      dayBorder: 'Border of the day',
      lateRows: 'Rows later than the act',
      currencyRate: 'Exchange rate',
      missingFile: 'Data missing',
      wrongVat: 'Rate or sum of VAT',
      unexplained: 'Not explained',
    },
    states: {
      equal: 'Equal',
      differs: 'Differs',
      noAct: 'No act',
      signed: 'Agreed',
      stale: 'Changed since agreed',
    },
    moreLines: 'More lines: {count}',
    steps: {
      data: 'Data loaded',
      reconciled: 'Acts reconciled',
      rates: 'Rates kept',
      reports: 'Reports produced',
      sent: 'Reports sent',
    },
    stepStates: { done: 'Done', todo: 'To do', attention: 'To check', waiting: 'Waiting' },
    doneOf: '{done} of {total}',
    closed: 'The month is closed.',
    postings: 'Postings for 1C',
  },
}

import type { ViewProblem } from '#shared/contract/explorer.ts'
import type { RateRule } from '#shared/contract/rates.ts'
import type { Locale } from '#shared/lib/format-money.ts'

type Texts = {
  locale: Locale
  table: string
  notes: Record<
    | 'company'
    | 'table'
    | 'period'
    | 'compared'
    | 'metric'
    | 'where'
    | 'rates'
    | 'dataThrough'
    | 'made'
    | 'remark',
    string
  >
  columns: Record<
    | 'unit'
    | 'resourceRef'
    | 'total'
    | 'before'
    | 'budget'
    | 'change'
    | 'changePercent'
    | 'day'
    | 'tags'
    | 'description'
    | 'consumed'
    | 'consumedUnit'
    | 'account',
    string
  >
  total: string
  asBilled: string
  cumulative: string
  wholeLines: string
  or: string
  and: string
  quarter: string
  rules: Record<RateRule, string>
  problems: Record<ViewProblem['code'], string>
}

export const tableTexts: Record<Locale, Texts> = {
  ru: {
    locale: 'ru',
    table: 'Затраты',
    notes: {
      company: 'Организация',
      table: 'Таблица',
      period: 'Период',
      compared: 'Сравнение',
      metric: 'Показатель',
      where: 'Отбор',
      rates: 'Пересчёт валют',
      dataThrough: 'Данные по',
      made: 'Сформировано',
      remark: 'Замечание',
    },
    columns: {
      unit: 'Валюта, единица',
      resourceRef: 'Номер ресурса',
      total: 'Всего',
      before: 'Было',
      budget: 'Бюджет',
      change: 'Изменение',
      changePercent: 'Изменение, %',
      day: 'День',
      tags: 'Теги',
      description: 'Описание',
      consumed: 'Расход',
      consumedUnit: 'Единица',
      account: 'Аккаунт',
    },
    total: 'Итого',
    asBilled: 'НДС и валюта как в счёте',
    cumulative: 'нарастающим итогом',
    wholeLines: 'Строки счёта целиком, без долей виртуальных тегов и пересчётов',
    or: 'или',
    and: 'и',
    quarter: '{quarter} кв. {year}',
    rules: {
      day: 'в {currency} по курсу Банка России на день начисления',
      month: 'в {currency} по среднему курсу Банка России за месяц',
      act: 'в {currency} по курсу из акта, без него — Банка России',
    },
    problems: {
      'dimension.gone': 'Удалённый тег или уровень не учтён: {subject}',
      'filter.gone': 'Сохранённый фильтр удалён и не учтён',
      'budget.gone': 'Бюджета больше нет, сравнивать не с чем',
      'values.gone': 'Значения из отбора больше нет: {subject}',
      'rates.missing': 'Нет курса: {subject}. Суммы в этой валюте не пересчитаны',
      'vat.unknown': 'НДС принят обычным для провайдера: {subject}',
      'hours.absent': 'Счета не делят затраты по часам',
      'hours.tooMany': 'По часам показывается не больше {subject} дней, здесь по дням',
      'data.begins': 'Данные начинаются с {subject}',
    },
  },
  en: {
    locale: 'en',
    table: 'Costs',
    notes: {
      company: 'Organisation',
      table: 'Table',
      period: 'Period',
      compared: 'Compared with',
      metric: 'Metric',
      where: 'Filter',
      rates: 'Conversion',
      dataThrough: 'Data through',
      made: 'Made at',
      remark: 'Note',
    },
    columns: {
      unit: 'Currency, unit',
      resourceRef: 'Resource number',
      total: 'Total',
      before: 'Before',
      budget: 'Budget',
      change: 'Change',
      changePercent: 'Change, %',
      day: 'Day',
      tags: 'Tags',
      description: 'Description',
      consumed: 'Consumed',
      consumedUnit: 'Unit',
      account: 'Account',
    },
    total: 'Total',
    asBilled: 'VAT and currency as billed',
    cumulative: 'running total',
    wholeLines: 'Whole lines of the bill, without shares of virtual tags and without conversion',
    or: 'or',
    and: 'and',
    quarter: 'Q{quarter} {year}',
    rules: {
      day: 'into {currency} at the Bank of Russia’s rate of the day',
      month: 'into {currency} at the Bank of Russia’s mean rate of the month',
      act: 'into {currency} at the rate of the act, else of the Bank of Russia',
    },
    problems: {
      'dimension.gone': 'A deleted tag or level is left out: {subject}',
      'filter.gone': 'The saved filter is deleted and left out',
      'budget.gone': 'The budget is gone: there is nothing to compare with',
      'values.gone': 'A value of the filter is gone: {subject}',
      'rates.missing': 'No rate for {subject}. Its amounts are not converted',
      'vat.unknown': 'VAT as usual for the provider: {subject}',
      'hours.absent': 'The bills do not tell costs by hour',
      'hours.tooMany': 'Hours are shown for {subject} days at most, here by day',
      'data.begins': 'The data begin on {subject}',
    },
  },
}

import { isDay } from '../lib/day.ts'
import type { Locale } from '../lib/format-money.ts'
import { formatDay } from '../lib/format-time.ts'

/** What a report leaves out or cannot tell: the sentence stands in the report itself and beside its preview. */
const problems = {
  ru: {
    'dimension.gone': 'Удалённый тег или уровень не учтён: {subject}.',
    'filter.gone': 'Сохранённый фильтр удалён и не учтён.',
    'filter.tooWide':
      'Отборы отчёта и блока вместе слишком сложны: блок не посчитан. Сохраните их одним фильтром.',
    'filter.unused': 'Отбор отчёта к этому блоку не применяется: он обо всей организации.',
    'budget.gone': 'Бюджета больше нет, сравнивать не с чем.',
    'budget.none': 'Бюджетов нет.',
    'values.gone': 'Значения из отбора больше нет: {subject}.',
    'rates.missing': 'Нет курса: {subject}. Суммы в этой валюте не пересчитаны.',
    'vat.unknown': 'НДС принят обычным для провайдера: {subject}. Уточните в настройках НДС.',
    'hours.absent': 'Счета не делят затраты по часам.',
    'hours.tooMany': 'По часам показывается не больше {subject} дней, здесь по дням.',
    'data.begins': 'Сравнение неполное: данные начинаются с {subject}.',
    'data.none': 'Затрат за эти дни под этот отбор нет.',
    'forecast.none': 'Для прогноза ещё нет ни одного полного дня месяца.',
    'hierarchy.gone': 'Этой оргструктуры больше нет.',
    'hierarchy.none': 'Оргструктура не заведена: распределять затраты не по чему.',
    'allocation.none': 'Виртуальных тегов нет: распределение не считается.',
    'allocation.off': 'Виртуальный тег «{subject}» выключен: распределение не считается.',
    'clients.none': 'Клиенты не заведены: нет виртуального тега с условиями.',
    'client.gone': 'Клиента «{subject}» за эти дни нет.',
    'prices.none': 'Цены не известны: ни у кого нет условий на эти дни.',
    'acts.none': 'Актов за {subject} нет.',
    'ladders.none': 'За {subject} сверять нечего: нет ни начислений, ни актов.',
    'units.none': 'Единицы не заведены: стоимость единицы не считается.',
    'units.unknown': 'За эти дни число единиц не известно.',
    'recommendations.none': 'Действующих рекомендаций нет.',
    'resources.none': 'Ресурсов нет.',
    'tagPolicies.none': 'Требований к тегам нет.',
    'violations.none': 'Нарушений нет.',
    'variable.unknown': 'Неизвестная переменная: {subject}.',
  },
  en: {
    'dimension.gone': 'A deleted tag or level is left out: {subject}.',
    'filter.gone': 'The saved filter is deleted and left out.',
    'filter.tooWide':
      'The filters of report and block together are too complex: the block is not worked out. Save them as one filter.',
    'filter.unused': 'The report’s filter does not hold for this block: it is about the whole organisation.',
    'budget.gone': 'The budget is gone: there is nothing to compare with.',
    'budget.none': 'There are no budgets.',
    'values.gone': 'A value of the filter is gone: {subject}.',
    'rates.missing': 'No rate for {subject}. Its amounts are not converted.',
    'vat.unknown': 'VAT is taken as usual for the provider: {subject}. Say how it is in the VAT settings.',
    'hours.absent': 'The bills do not tell costs by hour.',
    'hours.tooMany': 'Hours are shown for {subject} days at most, here by day.',
    'data.begins': 'The comparison is not whole: the data begin on {subject}.',
    'data.none': 'There are no costs on these days under this filter.',
    'forecast.none': 'No whole day of the month is there yet to forecast from.',
    'hierarchy.gone': 'This hierarchy is gone.',
    'hierarchy.none': 'There is no hierarchy to show costs by.',
    'allocation.none': 'There are no virtual tags: allocation is not worked out.',
    'allocation.off': 'The virtual tag “{subject}” is off: allocation is not worked out.',
    'clients.none': 'There are no clients: no virtual tag has terms.',
    'client.gone': 'There is no client “{subject}” on these days.',
    'prices.none': 'No prices are known: nobody has terms for these days.',
    'acts.none': 'There are no acts of {subject}.',
    'ladders.none': 'Nothing to reconcile in {subject}: neither charges nor acts.',
    'units.none': 'There are no units: the cost of one is not worked out.',
    'units.unknown': 'The number of units is not known for these days.',
    'recommendations.none': 'There are no active recommendations.',
    'resources.none': 'There are no resources.',
    'tagPolicies.none': 'There are no requirements for tags.',
    'violations.none': 'There are no violations.',
    'variable.unknown': 'Unknown variable: {subject}.',
  },
} as const satisfies Record<Locale, Record<string, string>>

export type ReportProblemCode = keyof (typeof problems)['ru']

const isKnown = (code: string): code is ReportProblemCode => Object.hasOwn(problems.ru, code)

/** `subject` is a name, a day or a month as it is called; a code that this version does not know stays as it is. */
export function reportProblemText(
  { code, subject }: { code: string; subject: string | null },
  locale: Locale,
): string {
  if (!isKnown(code)) return code
  const about = subject !== null && isDay(subject) ? formatDay(subject, locale) : (subject ?? '')
  return problems[locale][code].replace('{subject}', () => about)
}

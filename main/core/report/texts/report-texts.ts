import type { EffectKind } from '#shared/contract/explorer.ts'
import type { ReportFigure } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import type { Counted } from '../say.ts'

/** What tables, figures and sentences of a report are called, in the report's language and not the screen's. */
type ReportTexts = {
  titles: Record<
    | 'costs'
    | 'lines'
    | 'why'
    | 'recommendations'
    | 'budgets'
    | 'reconciliation'
    | 'showback'
    | 'margins'
    | 'bill'
    | 'resources'
    | 'tagPolicies'
    | 'tagOwners'
    | 'violations'
    | 'closing'
    | 'sumInWords',
    string
  >
  columns: Record<
    | 'total'
    | 'before'
    | 'budget'
    | 'change'
    | 'changeRatio'
    | 'share'
    | 'ref'
    | 'reason'
    | 'most'
    | 'action'
    | 'resource'
    | 'connection'
    | 'provider'
    | 'effort'
    | 'confidence'
    | 'savings'
    | 'name'
    | 'limit'
    | 'spent'
    | 'spentShare'
    | 'forecast'
    | 'state'
    | 'breach'
    | 'department'
    | 'direct'
    | 'shared'
    | 'remainder'
    | 'resources'
    | 'client'
    | 'month'
    | 'cost'
    | 'price'
    | 'bill'
    | 'margin'
    | 'marginRatio'
    | 'type'
    | 'region'
    | 'owner'
    | 'monthly'
    | 'spend'
    | 'tag'
    | 'good'
    | 'missing'
    | 'wrong'
    | 'goodCost'
    | 'violation'
    | 'value'
    | 'violating'
    | 'step'
    | 'done'
    | 'open'
    | 'day'
    | 'service'
    | 'sku'
    | 'quantity'
    | 'unitPrice'
    | 'unit'
    | 'billed'
    | 'basis',
    string
  >
  figures: Record<ReportFigure, string>
  effects: Record<EffectKind, string>
  total: string
  rest: string
  nobody: string
  /** Of a department apart from those beneath it. */
  ownCosts: string
  more: Counted
  people: Record<'low' | 'medium' | 'high', string>
  budgetStates: Record<'ok' | 'atRisk' | 'willExceed' | 'exceeded', string>
  wholeCompany: string
  violations: Record<'missing' | 'wrong', string>
  sentences: Record<
    | 'rose'
    | 'fell'
    | 'same'
    | 'effect'
    | 'since'
    | 'others'
    | 'forMonth'
    | 'ofBudget'
    | 'perMonth'
    | 'asBilled'
    | 'wholeLines'
    | 'dearest'
    | 'totals'
    | 'overlap'
    | 'unitOf'
    | 'ofPrice'
    | 'unpriced'
    | 'days',
    string
  >
  /** What somebody has to decide, each in one sentence. */
  decisions: Record<
    'exceeded' | 'willExceed' | 'overBudget' | 'savings' | 'unallocated' | 'acts' | 'none',
    string
  >
  counts: Record<'recommendations' | 'resources' | 'accounts', Counted>
}

const ru: ReportTexts = {
  titles: {
    costs: 'Затраты',
    lines: 'Строки счетов',
    why: 'Почему изменились затраты',
    recommendations: 'Что можно сэкономить',
    budgets: 'Бюджеты',
    reconciliation: 'Сверка с актами',
    showback: 'Затраты подразделений',
    margins: 'Клиенты: затраты и маржа',
    bill: 'К оплате',
    resources: 'Ресурсы',
    tagPolicies: 'Требования к тегам',
    tagOwners: 'Владельцы',
    violations: 'Нарушения',
    closing: 'Закрытие месяца',
    sumInWords: 'Сумма прописью',
  },
  columns: {
    total: 'Всего',
    before: 'Было',
    budget: 'Бюджет',
    change: 'Изменение',
    changeRatio: 'Изм., %',
    share: 'Доля',
    ref: 'Номер ресурса',
    reason: 'Причина',
    most: 'Больше всего',
    action: 'Что сделать',
    resource: 'Ресурс',
    connection: 'Аккаунт',
    provider: 'Провайдер',
    effort: 'Трудоёмкость',
    confidence: 'Надёжность',
    savings: 'Экономия в месяц',
    name: 'Название',
    limit: 'Бюджет',
    spent: 'Затраты',
    spentShare: 'Освоено',
    forecast: 'Прогноз',
    state: 'Состояние',
    breach: 'Исчерпан',
    department: 'Подразделение',
    direct: 'Свои',
    shared: 'Общие',
    remainder: 'Остаток',
    resources: 'Ресурсов',
    client: 'Клиент',
    month: 'Месяц',
    cost: 'Затраты',
    price: 'Цена клиенту',
    bill: 'К оплате',
    margin: 'Маржа',
    marginRatio: 'Маржа, %',
    type: 'Тип',
    region: 'Регион',
    owner: 'Владелец',
    monthly: 'Цена в месяц',
    spend: 'За период',
    tag: 'Тег',
    good: 'Соответствует',
    missing: 'Без тега',
    wrong: 'Не то значение',
    goodCost: 'Доля затрат',
    violation: 'Нарушение',
    value: 'Значение',
    violating: 'С нарушениями',
    step: 'Шаг',
    done: 'Готово',
    open: 'Что осталось',
    day: 'День',
    service: 'Сервис',
    sku: 'Позиция прайса',
    quantity: 'Количество',
    unitPrice: 'Цена единицы',
    unit: 'Единица',
    billed: 'К оплате',
    basis: 'По чему',
  },
  figures: {
    spend: 'Затраты',
    before: 'Предыдущий период',
    change: 'Изменение',
    forecast: 'Прогноз на {month}',
    budget: 'Бюджет',
    budgetLeft: 'Остаток бюджета',
    savings: 'Можно сэкономить в месяц',
    resources: 'Ресурсов в счетах',
    allocated: 'Распределено',
    actDifference: 'Разница с актами',
    unitCost: 'Стоимость единицы',
    margin: 'Маржа',
  },
  effects: {
    new: 'Новое',
    gone: 'Больше нет',
    volume: 'Объём',
    price: 'Цена',
    discount: 'Скидки и зачёты',
    rate: 'Курс валюты',
    other: 'Прочее',
  },
  total: 'Итого',
  rest: 'Прочее',
  nobody: 'Не распределено',
  ownCosts: 'Собственные затраты',
  more: {
    one: 'и ещё {count}',
    other: 'и ещё {count}',
  },
  people: { low: 'легко', medium: 'средне', high: 'сложно' },
  budgetStates: {
    ok: 'В пределах',
    atRisk: 'На грани',
    willExceed: 'Будет превышен',
    exceeded: 'Превышен',
  },
  wholeCompany: 'вся организация',
  violations: { missing: 'Тега нет', wrong: 'Недопустимое значение' },
  sentences: {
    rose: 'Затраты за {period} выросли с {before} до {after}, на {change}{ratio}.',
    fell: 'Затраты за {period} снизились с {before} до {after}, на {change}{ratio}.',
    same: 'Затраты за {period} не изменились: {after}.',
    effect: '{effect}, {amount}: {items}.',
    since: '{name} с {day}',
    others: 'остальные {amount}',
    forMonth: 'за {period}',
    ofBudget: '{ratio} бюджета',
    perMonth: 'в месяц',
    asBilled: 'НДС и валюта как в счёте.',
    wholeLines: 'Строки счёта целиком, без долей виртуальных тегов и пересчётов.',
    dearest: 'Самые дорогие строки.',
    totals: 'Итого: {amounts}.',
    overlap: 'Бюджеты могут покрывать одни и те же затраты: их суммы не складываются.',
    unitOf: '{name}: {unit}',
    ofPrice: '{ratio} цены',
    unpriced: 'Затраты без цены: {amount}. В марже не учтены.',
    days: 'Данные за {done} из {all} дней месяца.',
  },
  decisions: {
    exceeded: 'Бюджет «{name}» превышен: {spent} из {limit}.',
    willExceed: 'Бюджет «{name}» будет превышен {day}: прогноз {forecast} из {limit}.',
    overBudget: 'Затраты за {period} выше бюджета на {amount}.',
    savings: 'Решения ждут рекомендации ({count}): можно сэкономить {amount} в месяц.',
    unallocated: 'Не распределено {share} затрат: {amount}. Назначьте владельцев.',
    acts: 'С актами расходится {amount} по аккаунтам: {names}.',
    none: 'Ничего не требует решения.',
  },
  counts: {
    recommendations: {
      one: '{count} рекомендация',
      few: '{count} рекомендации',
      many: '{count} рекомендаций',
      other: '{count} рекомендации',
    },
    resources: {
      one: '{count} ресурс',
      few: '{count} ресурса',
      many: '{count} ресурсов',
      other: '{count} ресурса',
    },
    accounts: {
      one: '{count} аккаунт',
      few: '{count} аккаунта',
      many: '{count} аккаунтов',
      other: '{count} аккаунта',
    },
  },
}

const en: ReportTexts = {
  titles: {
    costs: 'Costs',
    lines: 'Lines of bills',
    why: 'Why costs changed',
    recommendations: 'What can be saved',
    budgets: 'Budgets',
    reconciliation: 'Reconciliation with acts',
    showback: 'Costs of departments',
    margins: 'Clients: cost and margin',
    bill: 'To be paid',
    resources: 'Resources',
    tagPolicies: 'Requirements for tags',
    tagOwners: 'Owners',
    violations: 'Violations',
    closing: 'Close of the month',
    sumInWords: 'Sum in words',
  },
  columns: {
    total: 'Total',
    before: 'Before',
    budget: 'Budget',
    change: 'Change',
    changeRatio: 'Change, %',
    share: 'Share',
    ref: 'Resource number',
    reason: 'Reason',
    most: 'Most of it',
    action: 'What to do',
    resource: 'Resource',
    connection: 'Account',
    provider: 'Provider',
    effort: 'Effort',
    confidence: 'Confidence',
    savings: 'Savings a month',
    name: 'Name',
    limit: 'Budget',
    spent: 'Spent',
    spentShare: 'Used',
    forecast: 'Forecast',
    state: 'State',
    breach: 'Used up on',
    department: 'Department',
    direct: 'Direct',
    shared: 'Shared',
    remainder: 'Remainder',
    resources: 'Resources',
    client: 'Client',
    month: 'Month',
    cost: 'Cost',
    price: 'Price',
    bill: 'To be paid',
    margin: 'Margin',
    marginRatio: 'Margin, %',
    type: 'Type',
    region: 'Region',
    owner: 'Owner',
    monthly: 'Price a month',
    spend: 'In the period',
    tag: 'Tag',
    good: 'In order',
    missing: 'No tag',
    wrong: 'Wrong value',
    goodCost: 'Share of cost',
    violation: 'Violation',
    value: 'Value',
    violating: 'Violating',
    step: 'Step',
    done: 'Done',
    open: 'What is left',
    day: 'Day',
    service: 'Service',
    sku: 'SKU',
    quantity: 'Quantity',
    unitPrice: 'Price of one',
    unit: 'Unit',
    billed: 'Billed',
    basis: 'Covers',
  },
  figures: {
    spend: 'Costs',
    before: 'Period before',
    change: 'Change',
    forecast: 'Forecast for {month}',
    budget: 'Budget',
    budgetLeft: 'Left of the budget',
    savings: 'Can be saved a month',
    resources: 'Resources billed',
    allocated: 'Allocated',
    actDifference: 'Difference from acts',
    unitCost: 'Cost of one unit',
    margin: 'Margin',
  },
  effects: {
    new: 'New',
    gone: 'Gone',
    volume: 'Volume',
    price: 'Price',
    discount: 'Discounts and credits',
    rate: 'Exchange rate',
    other: 'Other',
  },
  total: 'Total',
  rest: 'Other',
  nobody: 'Not allocated',
  ownCosts: 'Costs of its own',
  more: { other: 'and {count} more' },
  people: { low: 'easy', medium: 'moderate', high: 'hard' },
  budgetStates: { ok: 'Within', atRisk: 'At risk', willExceed: 'Will be exceeded', exceeded: 'Exceeded' },
  wholeCompany: 'the whole organisation',
  violations: { missing: 'No tag', wrong: 'Value not allowed' },
  sentences: {
    rose: 'Costs of {period} rose from {before} to {after}, by {change}{ratio}.',
    fell: 'Costs of {period} fell from {before} to {after}, by {change}{ratio}.',
    same: 'Costs of {period} did not change: {after}.',
    effect: '{effect}, {amount}: {items}.',
    since: '{name} since {day}',
    others: 'others {amount}',
    forMonth: 'in {period}',
    ofBudget: '{ratio} of the budget',
    perMonth: 'a month',
    asBilled: 'VAT and currency as billed.',
    wholeLines: 'Whole lines of the bill, without shares of virtual tags and without conversion.',
    dearest: 'The dearest lines.',
    totals: 'Total: {amounts}.',
    overlap: 'Budgets may cover the same costs: their sums do not add up.',
    unitOf: '{name}: {unit}',
    ofPrice: '{ratio} of the price',
    unpriced: 'Cost without a price: {amount}. It is not in the margin.',
    days: 'Data of {done} of {all} days of the month.',
  },
  decisions: {
    exceeded: 'The budget “{name}” is exceeded: {spent} of {limit}.',
    willExceed: 'The budget “{name}” will be exceeded on {day}: forecast {forecast} of {limit}.',
    overBudget: 'Costs of {period} are above the budget by {amount}.',
    savings: 'Recommendations wait for a decision ({count}): {amount} a month can be saved.',
    unallocated: '{share} of the costs is not allocated: {amount}. Name the owners.',
    acts: '{amount} differ from the acts of {names}.',
    none: 'Nothing needs a decision.',
  },
  counts: {
    recommendations: { one: '{count} recommendation', other: '{count} recommendations' },
    resources: { one: '{count} resource', other: '{count} resources' },
    accounts: { one: '{count} account', other: '{count} accounts' },
  },
}

export const reportTexts: Record<Locale, ReportTexts> = { ru, en }

import type { LocalText } from '#shared/contract/connections.ts'

export type Right = { code: string; label: LocalText; missing: LocalText }

const billing = {
  ru: 'Нужна роль «Администратор биллинга» или «Наблюдатель аккаунта»: панель Selectel, «Доступы».',
  en: 'It needs the role Billing administrator or Account viewer: Selectel’s panel, Access.',
}

const lost = (ru: string, en: string): LocalText => ({ ru: `${ru} ${billing.ru}`, en: `${en} ${billing.en}` })

/** What Selectel itself calls the roles that suffice; the same word in every language. */
export const ACCOUNT_ROLE = 'reader / billing'
export const projectRole = (project: string): string => `reader (${project})`

/** Everything that a sync reads, and what stays unknown without it. */
export const rights = {
  account: {
    code: 'account',
    label: { ru: 'Аккаунт', en: 'Account' },
    missing: lost('Номер и состояние аккаунта не видны.', 'The account’s number and state stay unknown.'),
  },
  balance: {
    code: 'balance',
    label: { ru: 'Баланс и прогноз', en: 'Balance and forecast' },
    missing: lost(
      'Остаток на счёте и дни до блокировки не видны.',
      'The balance and the days left stay unknown.',
    ),
  },
  consumption: {
    code: 'consumption',
    label: { ru: 'Потребление по часам и дням', en: 'Consumption by hour and day' },
    missing: lost('Расходы не загрузятся.', 'No costs will be read.'),
  },
  report: {
    code: 'report',
    label: { ru: 'Отчёт по всем продуктам', en: 'Report of all products' },
    missing: lost(
      'Не загрузятся расходы, которых нет в потреблении: выделенные серверы, размещение оборудования.',
      'Costs outside of the consumption, such as dedicated servers, will not be read.',
    ),
  },
  transactions: {
    code: 'transactions',
    label: { ru: 'Операции по счёту', en: 'Transactions' },
    missing: lost('Списания и пополнения не видны.', 'Charges and top-ups stay unknown.'),
  },
  prices: {
    code: 'prices',
    label: { ru: 'Прайс-лист', en: 'Price list' },
    missing: lost(
      'Цена новых ресурсов появится только после первого списания.',
      'The price of new resources will be known only once they are charged.',
    ),
  },
  projects: {
    code: 'projects',
    label: { ru: 'Список проектов', en: 'List of projects' },
    missing: lost(
      'Видны будут только проекты, по которым уже были списания.',
      'Only projects that were charged already will be seen.',
    ),
  },
} satisfies Record<string, Right>

/** Reading what runs in one project. */
export const inventoryRight = (project: string): Right => ({
  code: `inventory/${project}`,
  label: { ru: `Ресурсы проекта «${project}»`, en: `Resources of the project “${project}”` },
  missing: {
    ru: 'Видны будут только расходы проекта. Дайте сервисному пользователю роль «Наблюдатель проекта»: панель Selectel, «Доступы», «Сервисные пользователи».',
    en: 'Only the project’s costs will be seen. Give the service user the role Project viewer: Selectel’s panel, Access, Service users.',
  },
})

export const noInventory: Right = {
  code: 'inventory',
  label: { ru: 'Ресурсы проектов', en: 'Resources of projects' },
  missing: {
    ru: 'Сервисный пользователь не указан: программа загрузит расходы, а серверы, диски и базы покажет только по счёту, без характеристик и загрузки.',
    en: 'No service user is given: costs will be read, but servers, volumes and databases will be known by the bill alone, without sizes or utilisation.',
  },
}

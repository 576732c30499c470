import type { FieldSpec, LocalText } from '#shared/contract/connections.ts'
import { API_URL, IDENTITY_URL } from './settings.ts'

const plain = { hint: null, isRequired: false, isAdvanced: false, placeholder: null, initial: null }

export const fields: readonly FieldSpec[] = [
  {
    ...plain,
    name: 'token',
    kind: 'secret',
    label: { ru: 'Статический токен (X-Token)', en: 'Static token (X-Token)' },
    hint: {
      ru: 'Открывает счёт: расходы, баланс, прайс-лист. Создаётся в панели: «Профиль и настройки» › «API-ключи».',
      en: 'Opens the bill: costs, balance, prices. Made in the panel: Profile and settings › API keys.',
    },
    isRequired: true,
  },
  {
    ...plain,
    name: 'user',
    kind: 'text',
    label: { ru: 'Имя сервисного пользователя', en: 'Service user’s name' },
    hint: {
      ru: 'Открывает проекты: серверы, диски, базы, загрузку. Можно не указывать: тогда загрузятся только расходы.',
      en: 'Opens the projects: servers, volumes, databases, utilisation. May be left out: then only costs are read.',
    },
    placeholder: 'finops-ro',
  },
  {
    ...plain,
    name: 'password',
    kind: 'secret',
    label: { ru: 'Пароль сервисного пользователя', en: 'Service user’s password' },
    hint: {
      ru: 'Заполняется вместе с именем.',
      en: 'Goes together with the name.',
    },
  },
  {
    ...plain,
    name: 'account',
    kind: 'text',
    label: { ru: 'Номер аккаунта', en: 'Account number' },
    hint: {
      ru: 'Нужен, только если программа не определит его сама. Он указан в панели справа вверху.',
      en: 'Needed only where it cannot be found out. The panel shows it at the top right.',
    },
    isAdvanced: true,
    placeholder: '123456',
  },
  {
    ...plain,
    name: 'identityUrl',
    kind: 'url',
    label: { ru: 'Адрес сервиса авторизации', en: 'Address of the identity service' },
    isAdvanced: true,
    initial: IDENTITY_URL,
  },
  {
    ...plain,
    name: 'apiUrl',
    kind: 'url',
    label: { ru: 'Адрес API', en: 'Address of the API' },
    isAdvanced: true,
    initial: API_URL,
  },
  {
    ...plain,
    name: 'poolTemplate',
    kind: 'text',
    label: { ru: 'Шаблон адреса сервисов пула', en: 'Template of a pool’s services’ address' },
    hint: {
      ru: 'Для доступа через свой шлюз. Вместо {service} подставляется cloud, dbaas, mks, cr или swift, вместо {pool} — пул.',
      en: 'For access through a gateway of your own. {service} stands for cloud, dbaas, mks, cr or swift, {pool} for the pool.',
    },
    isAdvanced: true,
    placeholder: 'https://gateway.example/{service}/{pool}',
  },
]

export const where: LocalText = {
  ru: 'Панель my.selectel.ru. Токен: «Профиль и настройки» › «API-ключи» › «Создать ключ». Пользователь: «Доступы» › «Сервисные пользователи» › «Добавить».',
  en: 'Panel my.selectel.ru. Token: Profile and settings › API keys › Create key. User: Access › Service users › Add.',
}

/** The least that suffices. */
export const neededRights: readonly LocalText[] = [
  {
    ru: 'Токен: создаёт пользователь с ролью «Наблюдатель аккаунта» (reader) или «Администратор биллинга» (billing). Изменить ресурсы с такой ролью нельзя.',
    en: 'Token: made by a user with the role Account viewer (reader) or Billing administrator (billing). Neither can change resources.',
  },
  {
    ru: 'Сервисный пользователь: роль «Наблюдатель проекта» (reader) в каждом проекте, который должен быть виден.',
    en: 'Service user: the role Project viewer (reader) in each project that is to be seen.',
  },
  {
    ru: 'Чтобы программа сама нашла все проекты и контейнеры S3, добавьте пользователю роль «Наблюдатель аккаунта».',
    en: 'To let the program find all projects and S3 containers by itself, add the role Account viewer.',
  },
]

import type { FieldSpec, LocalText } from '#shared/contract/connections.ts'
import { DEFAULT_ADDRESS } from './api/open.ts'
import { SECTIONS } from './sections.ts'

export const FIELDS: readonly FieldSpec[] = [
  {
    name: 'login',
    kind: 'text',
    label: { ru: 'Логин', en: 'Login' },
    hint: {
      ru: 'Тот же, что для входа в панель cp.beget.com.',
      en: 'The one you log in to cp.beget.com with.',
    },
    isRequired: true,
    isAdvanced: false,
    placeholder: 'ivanov',
    initial: null,
  },
  {
    name: 'password',
    kind: 'secret',
    label: { ru: 'Пароль аккаунта', en: 'Account password' },
    hint: {
      ru: 'Открывает серверы VPS и облачные сервисы. В панели должно быть включено «Разрешить аутентификацию по API».',
      en: 'Opens VPS and cloud services. “Allow authentication by API” has to be on in the panel.',
    },
    isRequired: true,
    isAdvanced: false,
    placeholder: null,
    initial: null,
  },
  {
    name: 'apiPassword',
    kind: 'secret',
    label: { ru: 'Пароль API хостинга', en: 'Hosting API password' },
    hint: {
      ru: 'Открывает баланс, тариф, домены, сайты, базы и почту. Его задают в панели отдельно от пароля аккаунта. Если оставить пустым, программа попробует пароль аккаунта.',
      en: 'Opens balance, plan, domains, sites, databases and mail. It is set in the panel apart from the account password. Left empty, the account password is tried.',
    },
    isRequired: false,
    isAdvanced: false,
    placeholder: null,
    initial: null,
  },
  {
    name: 'code',
    kind: 'code',
    label: { ru: 'Одноразовый код', en: 'One-time code' },
    hint: {
      ru: 'Нужен, если вход в аккаунт подтверждают кодом из приложения, СМС или письма. Код не сохраняется.',
      en: 'Needed where the account is entered with a code from an app, a text message or a letter. The code is not kept.',
    },
    isRequired: false,
    isAdvanced: false,
    placeholder: null,
    initial: null,
  },
  {
    name: 'address',
    kind: 'url',
    label: { ru: 'Адрес API', en: 'API address' },
    hint: {
      ru: 'Меняйте, только если трафик идёт через свой шлюз.',
      en: 'Change it only where traffic goes through a gateway of your own.',
    },
    isRequired: false,
    isAdvanced: true,
    placeholder: DEFAULT_ADDRESS,
    initial: DEFAULT_ADDRESS,
  },
]

const ticked = Object.values(SECTIONS).flatMap(({ tick, label }): LocalText[] =>
  tick === null
    ? []
    : [{ ru: `Галочка «${tick.ru}»: ${lower(label.ru)}`, en: `Tick “${tick.en}”: ${lower(label.en)}` }],
)

export const HELP: { where: LocalText; rights: readonly LocalText[] } = {
  where: {
    ru: 'Панель Beget, раздел cp.beget.com/settings/access/api. Включите «Разрешить аутентификацию по API». Для хостинга там же включите доступ к API, задайте отдельный пароль и отметьте разделы. Если Beget отвечает AUTH_ERROR, дело в пароле API или в неотмеченном разделе.',
    en: 'Beget panel, cp.beget.com/settings/access/api. Switch on “Allow authentication by API”. For hosting switch the API on there too, set a password of its own and tick the sections. If Beget answers AUTH_ERROR, the API password is wrong or a section is not ticked.',
  },
  rights: [
    {
      ru: '«Разрешить аутентификацию по API»: серверы VPS, снимки, образы, облачные базы, S3 и CDN',
      en: '“Allow authentication by API”: VPS, snapshots, images, cloud databases, S3 and CDN',
    },
    ...ticked,
    {
      ru: 'Галочки DNS, Cron, Backup и «Сбор статистики» не нужны. Отдельного права «только чтение» у Beget нет; программа ничего не меняет.',
      en: 'The ticks DNS, Cron, Backup and Statistic census are not needed. Beget has no read-only right; the program changes nothing.',
    },
  ],
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

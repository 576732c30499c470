import type { LocalText } from '#shared/contract/connections.ts'

/**
 * The parts of an account as a person grants them: a switch for the new API, a tick each in the hosting API. Beget has
 * no tick for reading only.
 */
export type Section = {
  code: string
  label: LocalText
  /** The tick in the panel; null for what the switch opens. */
  tick: LocalText | null
}

const section = (code: string, ru: string, en: string, tick: LocalText | null): Section => ({
  code,
  label: { ru, en },
  tick,
})

export const SECTIONS = {
  account: section('account', 'Баланс, тариф и лимиты', 'Balance, plan and limits', {
    ru: 'Управление аккаунтом',
    en: 'Account administration',
  }),
  domains: section('domains', 'Домены и цены продления', 'Domains and renewal prices', {
    ru: 'Управление доменами',
    en: 'Domain administration',
  }),
  sites: section('sites', 'Сайты', 'Sites', { ru: 'Управление сайтами', en: 'Site' }),
  mysql: section('mysql', 'Базы данных хостинга', 'Hosting databases', {
    ru: 'Управление MySQL',
    en: 'MySQL',
  }),
  ftp: section('ftp', 'Доступы FTP', 'FTP accounts', { ru: 'Управление FTP', en: 'FTP' }),
  mail: section('mail', 'Почтовые ящики', 'Mailboxes', { ru: 'Работа с почтой', en: 'Work with mail' }),
  servers: section('servers', 'Серверы VPS, снимки и образы', 'VPS, snapshots and images', null),
  services: section('services', 'Облачные базы, S3 и CDN', 'Cloud databases, S3 and CDN', null),
} as const satisfies Record<string, Section>

/** The name of the right for an error's sentence, which has one text for both languages. */
export const rightOf = ({ label, tick }: Section): string =>
  tick === null ? `${label.ru} (${label.en})` : `«${tick.ru}» (${tick.en})`

/** Beget answers a wrong password and a missing tick with the same words, so both are named. */
export const missingText = ({ tick }: Section): LocalText =>
  tick === null
    ? {
        ru: 'Останется неизвестным. Разрешите аккаунту аутентификацию по API: cp.beget.com/settings/access/api.',
        en: 'Stays unknown. Allow the account to log in by API: cp.beget.com/settings/access/api.',
      }
    : {
        ru: `Останется неизвестным. В панели cp.beget.com/settings/access/api включите доступ к API хостинга и галочку «${tick.ru}». Если она стоит, проверьте пароль API: на неверный пароль Beget отвечает так же.`,
        en: `Stays unknown. At cp.beget.com/settings/access/api switch the hosting API on and tick “${tick.en}”. If it is ticked, check the API password: Beget answers a wrong one the same way.`,
      }

export const silentText: LocalText = {
  ru: 'Раздел сейчас не отвечает. Право проверится при синхронизации.',
  en: 'The section does not answer now. The right will be checked by the sync.',
}

import type { Language } from './language.ts'

/** The eleven clocks of Russia by the city that people know them by. */
const RUSSIAN: Record<string, { ru: string; en: string }> = {
  'Europe/Kaliningrad': { ru: 'Калининград', en: 'Kaliningrad' },
  'Europe/Moscow': { ru: 'Москва', en: 'Moscow' },
  'Europe/Samara': { ru: 'Самара', en: 'Samara' },
  'Asia/Yekaterinburg': { ru: 'Екатеринбург', en: 'Yekaterinburg' },
  'Asia/Omsk': { ru: 'Омск', en: 'Omsk' },
  'Asia/Novosibirsk': { ru: 'Новосибирск', en: 'Novosibirsk' },
  'Asia/Krasnoyarsk': { ru: 'Красноярск', en: 'Krasnoyarsk' },
  'Asia/Irkutsk': { ru: 'Иркутск', en: 'Irkutsk' },
  'Asia/Yakutsk': { ru: 'Якутск', en: 'Yakutsk' },
  'Asia/Vladivostok': { ru: 'Владивосток', en: 'Vladivostok' },
  'Asia/Magadan': { ru: 'Магадан', en: 'Magadan' },
  'Asia/Kamchatka': { ru: 'Камчатка', en: 'Kamchatka' },
}

const offsetOf = (timeZone: string, atMs: number): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(atMs)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC')
    .replace('-', '−') ?? 'UTC'

type ZoneOption = { value: string; label: string; isRussian: boolean }

/** Every time zone with its offset now; the Russian ones first, from west to east. `current` is among them always. */
export function listZones(language: Language, current: string, atMs: number): readonly ZoneOption[] {
  const names = new Set([
    ...Object.keys(RUSSIAN),
    current,
    'UTC',
    ...Intl.supportedValuesOf('timeZone').sort(),
  ])
  return [...names].map((value) => ({
    value,
    label: `${RUSSIAN[value]?.[language] ?? value.replaceAll('_', ' ')} (${offsetOf(value, atMs)})`,
    isRussian: value in RUSSIAN,
  }))
}

/** A machine that knows no better than UTC is most likely one whose clock nobody has set. */
export function likelyZone(system: string | undefined): string {
  return !system || system === 'UTC' || system.startsWith('Etc/') ? 'Europe/Moscow' : system
}

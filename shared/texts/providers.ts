import { type Provider, providers } from '../contract/values.ts'
import type { Locale } from '../lib/format-money.ts'

const names: Record<Provider, string> = {
  selectel: 'Selectel',
  beget: 'Beget',
  yandex: 'Yandex Cloud',
  vk: 'VK Cloud',
  timeweb: 'Timeweb Cloud',
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  kubernetes: 'Kubernetes',
  other: 'Other provider',
}

const russian: Partial<Record<Provider, string>> = { other: 'Другой провайдер' }

const isProvider = (code: string): code is Provider => (providers as readonly string[]).includes(code)

/** A provider's own name; a code that this version does not know stays as it is. */
export function providerName(code: string, locale: Locale): string {
  if (!isProvider(code)) return code
  return (locale === 'ru' ? russian[code] : undefined) ?? names[code]
}

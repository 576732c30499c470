import type { Provider } from '#shared/contract/values.ts'
import type { Language } from './language.ts'

const names: Record<Provider, string> = {
  selectel: 'Selectel',
  beget: 'Beget',
  yandex: 'Yandex Cloud',
  vk: 'VK Cloud',
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  kubernetes: 'Kubernetes',
  other: 'Other',
}

const russian: Partial<Record<Provider, string>> = { other: 'Другой провайдер' }

/** A provider's own name; a code that this version does not know stays as it is. */
export function providerName(code: string, language: Language): string {
  const known = Object.hasOwn(names, code) ? (code as Provider) : null
  if (known === null) return code
  return (language === 'ru' ? russian[known] : undefined) ?? names[known]
}

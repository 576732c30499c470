import type { Provider } from '#shared/contract/values.ts'

type ProviderFacts = {
  /** The name under which it sells, for all of FOCUS's names of a provider. */
  name: string
  /** What a part of an account is called there. */
  subAccountType: string
  /** Where its months begin. */
  zone: string
  /** It runs what it sells on machines of its own. */
  isHost: boolean
}

const MOSCOW = 'Europe/Moscow'

export const providerFacts: Record<Provider, ProviderFacts> = {
  yandex: { name: 'Yandex Cloud', subAccountType: 'Folder', zone: MOSCOW, isHost: true },
  selectel: { name: 'Selectel', subAccountType: 'Project', zone: MOSCOW, isHost: true },
  vk: { name: 'VK Cloud', subAccountType: 'Project', zone: MOSCOW, isHost: true },
  timeweb: { name: 'Timeweb Cloud', subAccountType: 'Project', zone: MOSCOW, isHost: true },
  beget: { name: 'Beget', subAccountType: 'Account', zone: MOSCOW, isHost: true },
  aws: { name: 'AWS', subAccountType: 'Account', zone: 'UTC', isHost: true },
  azure: { name: 'Microsoft', subAccountType: 'Subscription', zone: 'UTC', isHost: true },
  gcp: { name: 'Google Cloud', subAccountType: 'Project', zone: 'America/Los_Angeles', isHost: true },
  kubernetes: { name: 'Kubernetes', subAccountType: 'Namespace', zone: 'UTC', isHost: false },
  other: { name: 'Other', subAccountType: 'Sub Account', zone: 'UTC', isHost: false },
}

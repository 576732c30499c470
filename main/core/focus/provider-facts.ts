import type { Provider } from '#shared/contract/values.ts'

type ProviderFacts = {
  /** The name under which it sells, for all of FOCUS's names of a provider. */
  name: string
  /** What a part of an account is called there. */
  subAccountType: string
  /** It runs what it sells on machines of its own. */
  isHost: boolean
}

export const providerFacts: Record<Provider, ProviderFacts> = {
  yandex: { name: 'Yandex Cloud', subAccountType: 'Folder', isHost: true },
  selectel: { name: 'Selectel', subAccountType: 'Project', isHost: true },
  vk: { name: 'VK Cloud', subAccountType: 'Project', isHost: true },
  timeweb: { name: 'Timeweb Cloud', subAccountType: 'Project', isHost: true },
  beget: { name: 'Beget', subAccountType: 'Account', isHost: true },
  aws: { name: 'AWS', subAccountType: 'Account', isHost: true },
  azure: { name: 'Microsoft', subAccountType: 'Subscription', isHost: true },
  gcp: { name: 'Google Cloud', subAccountType: 'Project', isHost: true },
  kubernetes: { name: 'Kubernetes', subAccountType: 'Namespace', isHost: false },
  other: { name: 'Other', subAccountType: 'Sub Account', isHost: false },
}

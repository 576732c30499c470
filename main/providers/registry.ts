import type { Provider } from '#shared/contract/values.ts'
import { beget } from './beget/index.ts'
import type { ProviderDescriptor } from './provider.ts'
import { selectel } from './selectel/index.ts'

export type * from './provider.ts'

/** Every provider that can be connected. A new one is its folder and its line here. */
const descriptors: readonly ProviderDescriptor[] = [beget, selectel]

export const listProviders = (): readonly ProviderDescriptor[] => descriptors

export const findProvider = (provider: Provider): ProviderDescriptor | null =>
  descriptors.find((descriptor) => descriptor.provider === provider) ?? null

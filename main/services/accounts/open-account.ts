import type { Ports } from '#main/ports/ports.ts'
import { findProvider, type ProviderAccount } from '#main/providers/registry.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { NetworkService } from '../network/network.service.ts'

type Opening = {
  provider: Provider
  settings: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  signal: AbortSignal
  keepSecret(name: string, value: string | null): Promise<void>
}

export type OpenAccount = (opening: Opening) => Promise<ProviderAccount>

/** A provider's account with the way out that this installation has. Secrets are hidden from the log before any use. */
export function createOpenAccount(parts: { ports: Ports; network: NetworkService }): OpenAccount {
  const { ports, network } = parts
  return async ({ provider, settings, secrets, signal, keepSecret }) => {
    const descriptor = findProvider(provider)
    if (!descriptor) throw new AppError('input.invalid', { field: 'provider', problem: 'unknown' })
    for (const secret of Object.values(secrets)) ports.log.hide(secret)
    const { net, clock, ids, log } = ports
    const route = await network.route()
    return descriptor.open({ settings, secrets, net, route, clock, ids, log, signal, keepSecret })
  }
}

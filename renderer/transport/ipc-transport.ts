import type { Bridge } from '#shared/contract/bridge.ts'
import type { HostCallName } from '#shared/contract/host.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { offlineError, TransportError } from './transport-error.ts'
import type { HostApi, Transport } from './types.ts'

async function unwrap<T>(answer: Promise<Envelope<T>>): Promise<T> {
  const envelope = await answer.catch(() => {
    throw offlineError()
  })
  if (!envelope.ok) throw new TransportError(envelope.error)
  return envelope.value
}

type Ask = (input: unknown) => Promise<Envelope<unknown>>

export function createIpcTransport(bridge: Bridge): Transport {
  const askOf = (name: CallName): Ask => bridge.call[name] as Ask
  const hostCall = (name: HostCallName) => (input: unknown) => unwrap((bridge.host[name] as Ask)(input))

  return {
    kind: 'ipc',
    call: (name, input) => unwrap(askOf(name)(input)) as Promise<never>,
    subscribe: (listener) => bridge.subscribe(listener),
    onLive: () => () => undefined,
    host: {
      'host.saveFile': hostCall('host.saveFile'),
      'host.openFiles': hostCall('host.openFiles'),
      'host.openDataFolder': hostCall('host.openDataFolder'),
      'host.openLink': hostCall('host.openLink'),
      'host.setTheme': hostCall('host.setTheme'),
    } as HostApi,
    giveFiles: (files) => unwrap(bridge.giveFiles(files)),
    onGiving: () => () => undefined,
    onMenu: (listener) => bridge.onMenu(listener),
  }
}

import type { AppEvent } from '#shared/contract/events.ts'
import type { GivenView, HostCallName, HostCalls, MenuCommand } from '#shared/contract/host.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { Giving } from './upload.ts'

type Unsubscribe = () => void

export type HostApi = {
  [N in HostCallName]: (input: Parameters<HostCalls[N]>[0]) => Promise<ReturnType<HostCalls[N]>>
}

export type Transport = {
  readonly kind: 'ipc' | 'http'
  /** Throws TransportError. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  subscribe(listener: (event: AppEvent) => void): Unsubscribe
  /** Told when events begin or cease to arrive; what was missed meanwhile is unknown. */
  onLive(listener: (isLive: boolean) => void): Unsubscribe
  readonly host: HostApi
  /** For files that were dropped on the page. */
  giveFiles(files: readonly File[]): Promise<GivenView[]>
  /** Told while files are on their way, dropped or picked; null when they have arrived. A window has no way to go. */
  onGiving(listener: (giving: Giving | null) => void): Unsubscribe
  onMenu(listener: (command: MenuCommand) => void): Unsubscribe
}

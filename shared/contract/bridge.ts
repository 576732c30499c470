import type { Envelope } from '../errors/app-error.ts'
import type { AppEvent } from './events.ts'
import type { GivenView, HostCalls, MenuCommand } from './host.ts'
import type { CallInput, CallOutput } from './index.ts'
import type { CallName } from './names.ts'

/** What the preload puts into the page as `window.infrazen`. Absent in a browser: there the page speaks HTTP. */
export type Bridge = {
  readonly call: {
    readonly [N in CallName]: (input: CallInput<N>) => Promise<Envelope<CallOutput<N>>>
  }
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void
  readonly host: {
    readonly [N in keyof HostCalls]: (
      ...input: Parameters<HostCalls[N]>
    ) => Promise<Envelope<ReturnType<HostCalls[N]>>>
  }
  /** For `File`s that were dropped on the page: what is no file of this machine is refused. */
  readonly giveFiles: (files: readonly object[]) => Promise<Envelope<GivenView[]>>
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void
  /** `win32`, `darwin` or `linux`: decides between Ctrl and ⌘ in key hints. */
  readonly platform: string
}

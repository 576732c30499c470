import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { ConnectionView } from '#shared/contract/connections.ts'
import type { CardActions } from './card-actions.ts'
import type { OpenDialog } from './components/ConnectionDialogs.tsx'

type Options = {
  may: 'act' | 'look' | 'demo'
  onOpen: (dialog: OpenDialog) => void
  sync: (id: string) => void
}

/** What the cards ask for. In the demo company each wish that cannot come true is answered with why. */
export function useCardActions({ may, onOpen, sync }: Options): CardActions {
  const { t } = useText()
  const tell = useTell()
  const { mutate } = useCommand('connections.update')
  const real =
    (action: (item: ConnectionView) => void) =>
    (item: ConnectionView): void => {
      if (may === 'demo') onOpen({ kind: 'demo' })
      else action(item)
    }
  return {
    sync: real(({ id }) => sync(id)),
    edit: real((item) =>
      onOpen(item.source === 'files' ? { kind: 'rename', item } : { kind: 'edit', id: item.id }),
    ),
    remove: real((item) => onOpen({ kind: 'remove', item })),
    reconnect: real(({ provider }) => onOpen({ kind: 'add', provider })),
    history: (item) => onOpen({ kind: 'history', item }),
    togglePause: real(({ id, name, status }) => {
      const isPaused = status !== 'paused'
      mutate(
        { id, isPaused },
        {
          onSuccess: () => tell.done(t(isPaused ? 'connections.paused' : 'connections.resumed', { name })),
          onError: tell.failed,
        },
      )
    }),
  }
}

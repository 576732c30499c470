import type { ConnectionView } from '#shared/contract/connections.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AddDialog } from '../wizard/AddDialog.tsx'
import { EditDialog } from '../wizard/EditDialog.tsx'
import { DemoDialog } from './DemoDialog.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

export type OpenDialog =
  | { kind: 'add'; provider: Provider | null }
  | { kind: 'edit'; id: string }
  | { kind: 'rename'; item: ConnectionView }
  | { kind: 'remove'; item: ConnectionView }
  | { kind: 'history'; item: ConnectionView }
  | { kind: 'demo' }

type Props = {
  open: OpenDialog | null
  takenNames: readonly string[]
  onOpen: (dialog: OpenDialog) => void
  onClose: () => void
  onSync: (id: string) => void
  onVault: (retry: () => void) => void
}

/** The dialogs of the page: one at a time. */
export function ConnectionDialogs({ open, takenNames, onOpen, onClose, onSync, onVault }: Props) {
  switch (open?.kind) {
    case undefined:
      return null
    case 'demo':
      return <DemoDialog isOpen onClose={onClose} />
    case 'history':
      return <HistoryDialog item={open.item} onClose={onClose} />
    case 'remove':
      return <RemoveDialog item={open.item} onClose={onClose} onVault={onVault} />
    case 'rename':
      return <RenameDialog item={open.item} onClose={onClose} />
    case 'edit':
      return <EditDialog id={open.id} onClose={onClose} onVault={onVault} />
    case 'add':
      return (
        <AddDialog
          provider={open.provider}
          takenNames={takenNames}
          onClose={onClose}
          onEdit={(id) => onOpen({ kind: 'edit', id })}
          onSync={onSync}
        />
      )
  }
}

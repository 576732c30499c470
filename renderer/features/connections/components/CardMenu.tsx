import { Ellipsis, History, Pause, Pencil, Play, Plug, RefreshCw, Trash2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, type MenuSection } from '#renderer/ui/Menu.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import type { CardActions } from '../card-actions.ts'
import { useMayAct } from '../use-may-act.ts'
import { isSyncable } from '../view.ts'

type Props = { item: ConnectionView; isRunning: boolean; actions: CardActions }

export function CardMenu({ item, isRunning, actions }: Props) {
  const { t } = useText()
  const mayAct = useMayAct() !== 'look'
  const isArchived = item.status === 'archived'
  const isPaused = item.status === 'paused'
  const label = t('connections.menuOf', { name: item.name })
  const history = {
    id: 'history',
    icon: History,
    label: t('connections.history'),
    run: () => actions.history(item),
  }
  const rename = [{ id: 'edit', icon: Pencil, label: t('connections.rename'), run: () => actions.edit(item) }]
  const live = [
    ...(isSyncable(item) && !isRunning
      ? [{ id: 'sync', icon: RefreshCw, label: t('connections.sync'), run: () => actions.sync(item) }]
      : []),
    { id: 'edit', icon: Pencil, label: t('connections.edit'), run: () => actions.edit(item) },
    {
      id: 'pause',
      icon: isPaused ? Play : Pause,
      label: t(isPaused ? 'connections.resume' : 'connections.pause'),
      run: () => actions.togglePause(item),
    },
  ]
  const archived = [
    { id: 'reconnect', icon: Plug, label: t('connections.reconnect'), run: () => actions.reconnect(item) },
  ]
  // Files are not asked anew, paused or connected again; their history stands on the page of data.
  const isFromFiles = item.source === 'files'
  const work = isFromFiles ? (isArchived ? [] : rename) : isArchived ? archived : live
  const sections: MenuSection[] = [
    { id: 'work', items: [...(mayAct ? work : []), ...(isFromFiles ? [] : [history])] },
    ...(mayAct
      ? [
          {
            id: 'end',
            items: [
              {
                id: 'remove',
                icon: Trash2,
                isDanger: true,
                label: t(isArchived ? 'connections.eraseHistory' : 'connections.remove'),
                run: () => actions.remove(item),
              },
            ],
          },
        ]
      : []),
  ]
  if (sections.every(({ items }) => items.length === 0)) return null
  return (
    <Menu
      label={label}
      sections={sections}
      trigger={(props) => <IconButton {...props} icon={Ellipsis} label={label} />}
    />
  )
}

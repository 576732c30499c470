import {
  BookmarkPlus,
  ChevronDown,
  FileUp,
  FolderOpen,
  Link2,
  Pencil,
  Pin,
  RotateCcw,
  Save,
  Trash2,
} from 'lucide-react'
import { useMemo } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, type MenuSection } from '#renderer/ui/Menu.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { SavedView } from '#shared/contract/views.ts'

export type ViewAct =
  | 'save'
  | 'saveAs'
  | 'rename'
  | 'remove'
  | 'pin'
  | 'copy'
  | 'openLink'
  | 'openFile'
  | 'reset'

type Props = {
  items: readonly SavedView[]
  current: SavedView | null
  /** The view on screen is no longer what was saved. */
  isChanged: boolean
  onOpen: (view: SavedView) => void
  onAct: (act: ViewAct) => void
}

const KEYS: Readonly<Record<string, string>> = { 'act-saveAs': 's', 'act-pin': 'p', 'act-copy': 'c' }

/** Saved views to open, and all that can be done with the one on screen. */
export function ViewsMenu({ items, current, isChanged, onOpen, onAct }: Props) {
  const { t } = useText()
  const { role } = useSession()
  const canWrite = isGranted(role, 'data.write')
  const isOwn = current !== null && !current.isBuiltIn
  const acts = useMemo(() => {
    const act = (id: ViewAct, icon: typeof Save, isDanger = false) => ({
      id: `act-${id}`,
      label: t(`explorer.act.${id}`),
      icon,
      ...(isDanger ? { isDanger } : {}),
      run: () => onAct(id),
    })
    return [
      ...(canWrite && isOwn && isChanged ? [act('save', Save)] : []),
      ...(canWrite ? [act('saveAs', BookmarkPlus)] : []),
      ...(canWrite && isOwn ? [act('rename', Pencil), act('remove', Trash2, true)] : []),
      ...(isChanged ? [act('reset', RotateCcw)] : []),
      act('pin', Pin),
      act('copy', Link2),
      act('openLink', FolderOpen),
      act('openFile', FileUp),
    ]
  }, [t, canWrite, isOwn, isChanged, onAct])
  const lists = useMemo(() => {
    const list = (isBuiltIn: boolean): MenuSection[] => {
      const views = items.filter((view) => view.isBuiltIn === isBuiltIn)
      if (views.length === 0) return []
      return [
        {
          id: isBuiltIn ? 'built-in' : 'own',
          label: t(isBuiltIn ? 'explorer.viewsBuiltIn' : 'explorer.viewsOwn'),
          items: views.map((view) => ({
            id: view.id,
            label: viewName(view, t),
            isChecked: view.id === current?.id,
            ...(view.byName === null ? {} : { hint: view.byName }),
            run: () => onOpen(view),
          })),
        },
      ]
    }
    return [...list(false), ...list(true)]
  }, [items, current, t, onOpen])
  usePageActions(
    useMemo(() => acts.map(({ id, label, run }) => ({ id, label, run, keys: KEYS[id] })), [acts]),
  )
  return (
    <Menu
      label={t('explorer.views')}
      sections={[...lists, { id: 'acts', label: t('explorer.thisView'), items: acts }]}
      trigger={(props) => (
        <Button {...props}>
          {current ? viewName(current, t) : t('explorer.views')}
          {current && isChanged ? ` ${t('explorer.changed')}` : ''}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}

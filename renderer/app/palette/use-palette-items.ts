import {
  Archive,
  FolderOpen,
  Keyboard,
  Languages,
  Lock,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  PanelLeft,
  RotateCw,
  Rows2,
  Rows4,
  Sun,
  Zap,
} from 'lucide-react'
import { useLocation } from 'wouter'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { translate } from '#renderer/i18n/translate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { setKeysOpen, toggleSidebar } from '#renderer/state/shell.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { listPageActions } from '../page-actions.ts'
import { pages } from '../pages.ts'
import { useChangeSettings } from '../use-change-settings.ts'
import { useSession } from '../use-session.ts'
import { controlKey } from './control-key.ts'
import { useCostItems } from './use-cost-items.ts'
import { useRefresh } from './use-refresh.ts'
import { useReportItems } from './use-report-items.ts'

export type PaletteItem = {
  id: string
  group: 'pages' | 'pageActions' | 'costs' | 'reports' | 'actions'
  label: string
  names: readonly string[]
  icon: LucideIcon
  keys: readonly string[]
  run: () => void
}

/** Pages, the page's own actions and those that work everywhere, as they stand when the palette opens. */
export function usePaletteItems(): readonly PaletteItem[] {
  const { t } = useText()
  const session = useSession()
  const [, navigate] = useLocation()
  const change = useChangeSettings()
  const refresh = useRefresh()
  const costs = useCostItems()
  const reports = useReportItems()
  const lock = useCommand('people.lock')
  const signOut = useCommand('people.signOut')

  const action = (
    id: string,
    key: TextKey,
    icon: LucideIcon,
    run: () => void,
    keys: readonly string[] = [],
  ): PaletteItem => ({ id, group: 'actions', label: t(key), names: bothNames(key), icon, keys, run })

  return [
    ...pages.map((page) => ({
      id: page.id,
      group: 'pages' as const,
      label: t(`shell.${page.id}`),
      names: [...bothNames(`shell.${page.id}`), page.id],
      icon: page.icon,
      keys: ['G', page.goKey.toUpperCase()],
      run: () => navigate(page.path),
    })),
    ...listPageActions().map(({ id, label, keys, run }) => ({
      id: `page.${id}`,
      group: 'pageActions' as const,
      label,
      names: [label, id],
      icon: Zap,
      keys: keys ? [keys.toUpperCase()] : [],
      run,
    })),
    ...costs,
    ...reports,
    action('import', 'imports.loadFirst', FolderOpen, () => navigate('/data')),
    action('refresh', 'palette.refresh', RotateCw, refresh, ['F5']),
    action('light', 'palette.themeLight', Sun, () => change({ theme: 'light' })),
    action('dark', 'palette.themeDark', Moon, () => change({ theme: 'dark' })),
    action('system', 'palette.themeSystem', Monitor, () => change({ theme: 'system' })),
    action('ru', 'palette.toRussian', Languages, () => change({ language: 'ru' })),
    action('en', 'palette.toEnglish', Languages, () => change({ language: 'en' })),
    action('compact', 'palette.densityCompact', Rows4, () => change({ density: 'compact' })),
    action('comfortable', 'palette.densityComfortable', Rows2, () => change({ density: 'comfortable' })),
    action('sidebar', 'palette.sidebar', PanelLeft, toggleSidebar, ['[']),
    action('keys', 'palette.keys', Keyboard, () => setKeysOpen(true), ['?']),
    ...(session.role === 'owner'
      ? [action('backup', 'palette.backup', Archive, () => navigate('/settings?section=data'))]
      : []),
    ...(session.hasPassword
      ? [action('lock', 'palette.lock', Lock, () => lock.mutate({}), [controlKey('Shift L')])]
      : []),
    action('signOut', 'palette.signOut', LogOut, () => signOut.mutate({})),
  ]
}

const bothNames = (key: TextKey): readonly string[] => [translate('ru', key), translate('en', key)]

import {
  Cable,
  Info,
  LayoutDashboard,
  Lightbulb,
  type LucideIcon,
  Server,
  SlidersHorizontal,
  WalletMinimal,
} from 'lucide-react'

type PageId = 'dashboard' | 'resources' | 'connections' | 'recommendations' | 'budgets' | 'settings' | 'about'

export type PageEntry = {
  id: PageId
  path: string
  icon: LucideIcon
  /** The second key of "g, then …". */
  goKey: string
  group: 'main' | 'program'
}

/** Every page of the program in the order of the sidebar, of Alt + digit and of the palette. */
export const pages: readonly PageEntry[] = [
  { id: 'dashboard', path: '/', icon: LayoutDashboard, goKey: 'd', group: 'main' },
  { id: 'resources', path: '/resources', icon: Server, goKey: 'r', group: 'main' },
  { id: 'connections', path: '/connections', icon: Cable, goKey: 'c', group: 'main' },
  { id: 'recommendations', path: '/recommendations', icon: Lightbulb, goKey: 'e', group: 'main' },
  { id: 'budgets', path: '/budgets', icon: WalletMinimal, goKey: 'b', group: 'main' },
  { id: 'settings', path: '/settings', icon: SlidersHorizontal, goKey: 's', group: 'program' },
  { id: 'about', path: '/about', icon: Info, goKey: 'a', group: 'program' },
]

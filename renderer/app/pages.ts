import {
  Cable,
  CalendarCheck,
  ChartColumnStacked,
  ChartNoAxesCombined,
  CircleHelp,
  Database,
  FileChartColumn,
  GitCompareArrows,
  Info,
  LayoutDashboard,
  Lightbulb,
  type LucideIcon,
  Rows3,
  Server,
  SlidersHorizontal,
  Split,
  WalletMinimal,
} from 'lucide-react'

type PageId =
  | 'dashboard'
  | 'costs'
  | 'allocation'
  | 'business'
  | 'resources'
  | 'ledger'
  | 'changes'
  | 'connections'
  | 'data'
  | 'recommendations'
  | 'budgets'
  | 'reports'
  | 'closing'
  | 'settings'
  | 'about'
  | 'unrecognised'

export type PageEntry = {
  id: PageId
  path: string
  icon: LucideIcon
  /** The second key of "g, then …". */
  goKey: string
  /** `aside`: not in the sidebar; the palette and other pages lead there. */
  group: 'main' | 'program' | 'aside'
}

/** Every page of the program in the order of the sidebar, of Alt + digit and of the palette. */
export const pages: readonly PageEntry[] = [
  { id: 'dashboard', path: '/', icon: LayoutDashboard, goKey: 'd', group: 'main' },
  { id: 'costs', path: '/costs', icon: ChartColumnStacked, goKey: 'x', group: 'main' },
  { id: 'allocation', path: '/allocation', icon: Split, goKey: 'v', group: 'main' },
  { id: 'business', path: '/business', icon: ChartNoAxesCombined, goKey: 'n', group: 'main' },
  { id: 'resources', path: '/resources', icon: Server, goKey: 'r', group: 'main' },
  { id: 'ledger', path: '/ledger', icon: Rows3, goKey: 'l', group: 'main' },
  { id: 'changes', path: '/changes', icon: GitCompareArrows, goKey: 'h', group: 'main' },
  { id: 'connections', path: '/connections', icon: Cable, goKey: 'c', group: 'main' },
  { id: 'data', path: '/data', icon: Database, goKey: 'f', group: 'main' },
  { id: 'recommendations', path: '/recommendations', icon: Lightbulb, goKey: 'e', group: 'main' },
  { id: 'budgets', path: '/budgets', icon: WalletMinimal, goKey: 'b', group: 'main' },
  { id: 'reports', path: '/reports', icon: FileChartColumn, goKey: 'o', group: 'main' },
  { id: 'closing', path: '/closing', icon: CalendarCheck, goKey: 'm', group: 'main' },
  { id: 'settings', path: '/settings', icon: SlidersHorizontal, goKey: 's', group: 'program' },
  { id: 'about', path: '/about', icon: Info, goKey: 'a', group: 'program' },
  { id: 'unrecognised', path: '/unrecognised', icon: CircleHelp, goKey: 'u', group: 'aside' },
]

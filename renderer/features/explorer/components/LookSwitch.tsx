import {
  ChartColumnStacked,
  ChartLine,
  ChartPie,
  Gauge,
  Grid3x3,
  LayoutGrid,
  type LucideIcon,
  Table2,
  Waypoints,
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import type { ViewLook } from '#shared/contract/costs.ts'

const ICONS: Record<Exclude<ViewLook, 'number'>, LucideIcon> = {
  bars: ChartColumnStacked,
  lines: ChartLine,
  treemap: LayoutGrid,
  pie: ChartPie,
  waterfall: Waypoints,
  pivot: Grid3x3,
  table: Table2,
  usage: Gauge,
}
const looks = Object.keys(ICONS) as (keyof typeof ICONS)[]

/** Where names do not fit beside each other, pictures with titles do. */
const narrow = matchMedia('(width < 1100px)')
function watch(told: () => void): () => void {
  narrow.addEventListener('change', told)
  return () => narrow.removeEventListener('change', told)
}

type Props = { value: ViewLook; onChange: (look: ViewLook) => void }

/** How the answer is shown. A bare number is a look of tiles: here it stands above everything anyway. */
export function LookSwitch({ value, onChange }: Props) {
  const { t } = useText()
  const isNarrow = useSyncExternalStore(watch, () => narrow.matches)
  return (
    <Segmented
      label={t('explorer.look')}
      size="sm"
      isIconOnly={isNarrow}
      value={value === 'number' ? 'table' : value}
      options={looks.map((look) => ({ value: look, label: t(`costs.look.${look}`), icon: ICONS[look] }))}
      onChange={onChange}
    />
  )
}

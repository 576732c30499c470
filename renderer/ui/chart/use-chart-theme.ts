import { useMemo } from 'react'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import { useResolvedTheme } from '../use-resolved-theme.ts'
import { readChartTheme } from './chart-theme.ts'

/** The colours in force, read anew whenever the theme on screen changes. */
export function useChartTheme(): ChartTheme {
  const name = useResolvedTheme()
  return useMemo(() => readChartTheme(name), [name])
}

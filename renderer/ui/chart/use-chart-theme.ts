import { useEffect, useState } from 'react'
import { type ChartTheme, readChartTheme } from './chart-theme.ts'

/** The colours in force, read anew whenever the page's theme or language, or the system's preference, changes. */
export function useChartTheme(): ChartTheme {
  const [theme, setTheme] = useState(readChartTheme)
  useEffect(() => {
    const update = (): void => setTheme(readChartTheme())
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributes: true })
    const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((q) =>
      matchMedia(q),
    )
    for (const query of queries) query.addEventListener('change', update)
    update()
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', update)
    }
  }, [])
  return theme
}

import { useEffect, useState } from 'react'

/** One letter of each script and the sign of each currency that an axis may show. */
const SAMPLE = 'AЯ0₽€₸'

/** A canvas does not draw itself anew when a font arrives, and would keep a box in place of the rouble sign. */
export function useChartFont(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isMounted = true
    const show = (): void => {
      if (isMounted) setReady(true)
    }
    void loadChartFont().then(show)
    return () => {
      isMounted = false
    }
  }, [])
  return isReady
}

/** Settles whether the font came or not: without it another one is drawn with. */
export async function loadChartFont(): Promise<void> {
  const { fontFamily } = getComputedStyle(document.body)
  await Promise.allSettled(
    ['12px', '600 12px'].map((size) => document.fonts.load(`${size} ${fontFamily}`, SAMPLE)),
  )
}

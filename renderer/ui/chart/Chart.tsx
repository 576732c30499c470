import { useEffect, useRef, useState } from 'react'
import './chart.css'
import { type ChartInstance, type ChartOption, initChart } from './echarts.ts'

type ChartProps = {
  option: ChartOption
  /** What the picture says, for those who do not see it; the exact figures stand in a table nearby. */
  label: string
  height: number
  /** Called with the place on the horizontal axis that was clicked: the whole column counts, not the bar alone. */
  onPick?: (index: number) => void
}

/** One letter of each script and the sign of each currency that an axis may show. */
const SAMPLE = 'AЯ0₽€₸'

export function Chart({ option, label, height, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance>(null)
  const [isReady, setReady] = useState(false)
  const pick = useRef(onPick)
  pick.current = onPick

  // A canvas does not draw itself anew when a font arrives, and would keep a box in place of the rouble sign.
  useEffect(() => {
    let isMounted = true
    const font = `12px ${getComputedStyle(document.body).fontFamily}`
    const show = (): void => {
      if (isMounted) setReady(true)
    }
    document.fonts.load(font, SAMPLE).then(show, show)
    return () => {
      isMounted = false
    }
  }, [])

  useEffect(() => {
    if (!box.current || !isReady) return
    const instance = initChart(box.current)
    chart.current = instance
    const zr = instance.getZr()
    const isInside = (e: { offsetX: number; offsetY: number }): boolean =>
      instance.containPixel('grid', [e.offsetX, e.offsetY])
    zr.on('click', (e) => {
      if (!pick.current || !isInside(e)) return
      const index = instance.convertFromPixel({ xAxisIndex: 0 }, e.offsetX)
      if (typeof index === 'number') pick.current(Math.round(index))
    })
    zr.on('mousemove', (e) => {
      if (pick.current) zr.setCursorStyle(isInside(e) ? 'pointer' : 'default')
    })
    const observer = new ResizeObserver(() => instance.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      instance.dispose()
      chart.current = null
    }
  }, [isReady])

  useEffect(() => {
    if (isReady) chart.current?.setOption(option, { notMerge: true })
  }, [option, isReady])

  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />
}

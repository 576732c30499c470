import { useEffect, useRef, useState } from 'react'
import './chart.css'
import { type ChartInstance, type ChartOption, initChart } from './echarts.ts'

/** A bar, a slice or a box that was pressed. */
export type ChartItem = { seriesId: string; index: number; name: string }

type ChartProps = {
  option: ChartOption
  /** What the picture says, for those who do not see it; the exact figures stand in a table nearby. */
  label: string
  height: number
  /** Called with the place on the horizontal axis that was clicked: the whole column counts, not the bar alone. */
  onPick?: (index: number) => void
  /** Called with the bar, slice or box itself, where one was pressed; the column around it is for `onPick`. */
  onPickItem?: (item: ChartItem) => void
  /** The place that the pointer is over; null when it has left. */
  onPoint?: (index: number | null) => void
  /** The place whose figures are shown, for those who walk by keys. */
  at?: number | null
}

/** One letter of each script and the sign of each currency that an axis may show. */
const SAMPLE = 'AЯ0₽€₸'

export function Chart({ option, label, height, onPick, onPickItem, onPoint, at = null }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance>(null)
  const [isReady, setReady] = useState(false)
  const told = useRef({ onPick, onPickItem, onPoint })
  told.current = { onPick, onPickItem, onPoint }

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
    const placeAt = (x: number): number | null => {
      const index = instance.convertFromPixel({ xAxisIndex: 0 }, x)
      return typeof index === 'number' ? Math.round(index) : null
    }
    zr.on('click', (e) => {
      const { onPick: pick, onPickItem: pickItem } = told.current
      if (!pick || !isInside(e) || (pickItem && e.target)) return
      const index = placeAt(e.offsetX)
      if (index !== null) pick(index)
    })
    instance.on('click', ({ seriesId, dataIndex, name }) => {
      told.current.onPickItem?.({ seriesId: String(seriesId), index: dataIndex, name })
    })
    zr.on('mousemove', (e) => {
      const { onPick: pick, onPoint: point } = told.current
      // A treemap or a pie has no places along an axis.
      if (!pick && !point) return
      const isIn = isInside(e)
      if (pick) zr.setCursorStyle(isIn ? 'pointer' : 'default')
      point?.(isIn ? placeAt(e.offsetX) : null)
    })
    zr.on('globalout', () => told.current.onPoint?.(null))
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

  useEffect(() => {
    const instance = chart.current
    if (!instance || !isReady) return
    if (at === null) instance.dispatchAction({ type: 'hideTip' })
    else instance.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at })
  }, [at, isReady])

  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />
}

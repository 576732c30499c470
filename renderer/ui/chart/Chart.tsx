import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import './chart.css'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { chartPoints, tellPoint } from './chart-points.ts'
import { type ChartInstance, initChart } from './init-chart.ts'
import { useChartFont } from './use-chart-font.ts'

type ChartProps = {
  option: ChartOption
  /** What the picture says, for those who do not see it; the exact figures stand in a table nearby. */
  label: string
  height: number
  /**
   * Called with the place that was clicked or chosen by Enter: on the horizontal axis, where the whole column counts and
   * not the bar alone, or among the pieces of a whole. With it the series under the pointer, where there is one.
   */
  onPick?: (index: number, seriesId: string | null) => void
  /** The place along the axis that the pointer is over or the keys stand on; it stays the last one when they leave. */
  onAt?: (index: number) => void
}

/** A picture that the pointer and the keys walk: arrows go from point to point, and what a tooltip shows is read out. */
export function Chart({ option, label, height, onPick, onAt }: ChartProps) {
  const { t } = useText()
  const hint = useId()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance>(null)
  const isReady = useChartFont()
  const pick = useRef(onPick)
  pick.current = onPick
  const tellAt = useRef(onAt)
  tellAt.current = onAt
  const points = chartPoints(option)
  const shape = useRef(points)
  shape.current = points
  const [at, setAt] = useState<number | null>(null)

  useEffect(() => {
    if (!box.current || !isReady) return
    const instance = initChart(box.current)
    chart.current = instance
    const zr = instance.getZr()
    const isInside = (e: { offsetX: number; offsetY: number }): boolean =>
      shape.current.kind === 'axis' && instance.containPixel('grid', [e.offsetX, e.offsetY])
    let hit: string | null = null
    instance.on('click', ({ seriesId, dataIndex }) => {
      if (shape.current.kind === 'axis') hit = seriesId ?? null
      else pick.current?.(shape.current.indexOf(dataIndex), seriesId ?? null)
    })
    zr.on('click', (e) => {
      if (!pick.current || !isInside(e)) return
      const index = instance.convertFromPixel({ xAxisIndex: 0 }, e.offsetX)
      if (typeof index !== 'number') return
      // The chart's own listener, which names the series, is called after all others of the same press.
      hit = null
      queueMicrotask(() => pick.current?.(Math.round(index), hit))
    })
    zr.on('mousemove', (e) => {
      if (shape.current.kind !== 'axis') return
      const isIn = isInside(e)
      if (pick.current) zr.setCursorStyle(isIn ? 'pointer' : 'default')
      const place = isIn && tellAt.current ? instance.convertFromPixel({ xAxisIndex: 0 }, e.offsetX) : null
      if (typeof place === 'number') tellAt.current?.(Math.round(place))
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
    setAt(null)
  }, [option, isReady])

  const show = (index: number | null): void => {
    setAt(index)
    const instance = chart.current
    if (!instance) return
    if (index === null) {
      instance.dispatchAction({ type: 'hideTip' })
      instance.dispatchAction({ type: 'downplay', seriesIndex: 0 })
      return
    }
    if (points.kind === 'axis') onAt?.(index)
    const dataIndex = points.dataIndex(index)
    if (points.kind === 'items') {
      instance.dispatchAction({ type: 'downplay', seriesIndex: 0 })
      instance.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex })
    }
    instance.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || points.count === 0) return
    const now = at ?? (points.kind === 'axis' ? points.count - 1 : 0)
    const to = moveAlong(event.key, now, points.count, at === null)
    if (to !== null) show(to)
    else if (event.key === 'Escape' && at !== null) show(null)
    else if (event.key === 'Enter' && at !== null && onPick)
      onPick(at, points.kind === 'items' ? 'parts' : null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const reader = {
    role: 'application',
    tabIndex: 0,
    'aria-roledescription': t('chart.kind'),
    'aria-label': label,
    'aria-describedby': hint,
  }
  const keys = {
    onKeyDown,
    onBlur: () => {
      if (at !== null) show(null)
    },
  }
  return (
    <div className="chart-box">
      <div ref={box} className="chart" style={{ height }} {...reader} {...keys} />
      <span id={hint} hidden>
        {t(onPick ? 'chart.keysPick' : 'chart.keys')}
      </span>
      <span className="visually-hidden" role="status">
        {at === null ? '' : tellPoint(option, points, at)}
      </span>
    </div>
  )
}

/** The first press shows where the keys stand; null for keys that are not the chart's. */
function moveAlong(key: string, at: number, count: number, isFirst: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return isFirst ? at : Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return isFirst ? at : Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import './chart.css'
import { type ChartInstance, type ChartOption, initChart } from './echarts.ts'

export type ChartHandle = {
  /** The chart as drawn now, for an exported picture. */
  toCanvas(pixelRatio: number, background: string): HTMLCanvasElement | null
}

type ChartProps = {
  option: ChartOption
  /** What the picture says, for those who do not see it; the exact figures stand in a table nearby. */
  label: string
  height: number
  /** Called with the place on the horizontal axis that was clicked: the whole column counts, not the bar alone. */
  onPick?: (index: number) => void
  ref?: Ref<ChartHandle>
}

export function Chart({ option, label, height, onPick, ref }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartInstance>(null)
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    if (!box.current) return
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
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  useImperativeHandle(
    ref,
    () => ({
      toCanvas: (pixelRatio, background) =>
        chart.current?.renderToCanvas({ pixelRatio, backgroundColor: background }) ?? null,
    }),
    [],
  )

  return <div ref={box} className="chart" role="img" aria-label={label} style={{ height }} />
}

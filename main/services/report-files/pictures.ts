import type { ReportChart } from '#shared/charts/report-chart.ts'

export type Picture = {
  chart: ReportChart
  title: string
  format: 'png' | 'svg'
  /** In pixels. */
  width: number
  height: number
  language: 'ru' | 'en'
  path: string
}

export async function writePicture(_picture: Picture): Promise<void> {
  throw new Error('not written yet')
}

import { type RefObject, useEffect } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { readAsset } from '#renderer/transport/read-asset.ts'
import { chartFile } from '#renderer/ui/chart/picture/chart-file.ts'
import type { PictureEntry } from '#renderer/ui/chart/picture/layout.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import type { DayRange } from '#shared/lib/period.ts'

export type SavePicture = (kind: 'png' | 'svg') => void
export type PictureSlot = RefObject<SavePicture | null>

type Drawn = {
  title: string
  subtitle: string
  range: DayRange
  dataThrough: Parameters<ReturnType<typeof useFormat>['day']>[0] | null
  /** What the numbers over the axis are about. */
  notes?: readonly string[]
  make: (theme: ChartTheme) => { option: ChartOption; legend: readonly PictureEntry[] }
}

/** Lets the menu above save what is drawn here; the last chart on the page is the one that is meant. */
export function useChartPicture(
  slot: PictureSlot,
  { title, subtitle, range, dataThrough, notes, make }: Drawn,
): void {
  const { t } = useText()
  const format = useFormat()
  const session = useSession()
  const save = useFileSaver()
  useEffect(() => {
    slot.current = (kind) =>
      void save(() =>
        chartFile(
          `${title} ${range.from}–${range.to}`.replace(/[\\/:*?"<>|]/g, ' '),
          kind,
          readAsset,
          (theme) => ({
            title,
            subtitle,
            ...(notes ? { notes } : {}),
            mark: session.isDemo ? t('shell.demo') : null,
            foot: [
              session.workspaceName,
              ...(dataThrough ? [t('explorer.dataThrough', { day: format.day(dataThrough) })] : []),
            ].join(' · '),
            ...make(theme),
          }),
        ),
      )
    return () => {
      slot.current = null
    }
  }, [slot, title, subtitle, range, dataThrough, notes, make, t, format, session, save])
}

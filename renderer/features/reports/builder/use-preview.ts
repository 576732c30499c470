import { useMemo, useRef } from 'react'
import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type ReportSpec, reportSpec } from '#shared/contract/report-spec.ts'

export type PreviewAnswer = CallOutput<'reports.preview'>

/** Letters come faster than pages are needed. */
const REST_MS = 300

/** The page of the report as it is now. The last good one stays until the new one is there, whatever goes wrong. */
export function usePreview(spec: ReportSpec, page: number) {
  const settled = useSettled(spec, REST_MS)
  const isValid = useMemo(() => reportSpec.safeParse(settled).success, [settled])
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall(
    'reports.preview',
    { spec: settled, page },
    { enabled: isValid },
  )
  const last = useRef<PreviewAnswer | undefined>(undefined)
  if (data) last.current = data
  return {
    answer: data ?? last.current,
    error: isValid ? error : null,
    isValid,
    isBusy: isValid && error === null && (settled !== spec || isPlaceholderData || !data),
    isFetching,
    retry: () => void refetch(),
  }
}

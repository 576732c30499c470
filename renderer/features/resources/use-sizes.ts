import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ResourceView } from '#shared/contract/resources.ts'

type Sized = Pick<ResourceView, 'vcpu' | 'ramGb' | 'diskGb'>

/** How big a resource is, as words: "4 vCPU", "8 GB", "disk 100 GB". */
export function useSizes(): (item: Sized) => string[] {
  const { t } = useText()
  const format = useFormat()
  return useMemo(
    () =>
      ({ vcpu, ramGb, diskGb }) => [
        ...(vcpu === null ? [] : [t('resources.vcpu', { value: format.number(vcpu) })]),
        ...(ramGb === null ? [] : [t('resources.gb', { value: format.number(ramGb) })]),
        ...(diskGb === null ? [] : [t('resources.disk', { value: format.number(diskGb) })]),
      ],
    [t, format],
  )
}

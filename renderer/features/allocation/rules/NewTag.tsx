import { useEffect, useMemo, useState } from 'react'
import { freeName } from '#renderer/app/free-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { type AllocationRule, type VirtualTag, virtualKinds } from '#shared/contract/allocation.ts'
import { newId } from '../new-id.ts'
import type { TabProps } from '../tab-props.ts'
import { startDimensions } from './start-rules.ts'
import { TagEditor } from './TagEditor.tsx'

/** A tag that is being made: empty, or beginning with what the clouds already say of its kind. */
export function NewTag({ tags, ...props }: TabProps & { tags: readonly VirtualTag[] }) {
  const { t } = useText()
  const { data, error } = useCall('explorer.listDimensions', {})
  const kind = virtualKinds.find((each) => each === props.url.start) ?? null
  const start = useMemo(() => {
    const keys = data?.tags.map(({ key }) => key) ?? []
    const rules = (kind === null ? [] : startDimensions(kind, keys)).map(
      (dimension): AllocationRule => ({
        id: newId(),
        name: '',
        isOn: true,
        where: [],
        cost: null,
        from: null,
        to: null,
        outcome: { kind: 'copy', dimension },
      }),
    )
    const taken = tags.map(({ name }) => name)
    const name = kind === null ? '' : freeName(t(`allocation.kind.${kind}`), taken)
    return { name, kind: kind ?? ('department' as const), rules }
  }, [data, kind, tags, t])
  // Once begun it stays: a tag that is being written is not taken away by a question asked again.
  const [isReady, setReady] = useState(kind === null)
  useEffect(() => {
    if (data || error) setReady(true)
  }, [data, error])
  if (!isReady)
    return (
      <div aria-busy="true">
        <Skeleton height={280} radius={10} />
      </div>
    )
  return <TagEditor {...props} tag={null} start={start} />
}

import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { TabProps } from '../tab-props.ts'
import { NEW } from '../url.ts'
import { EmptyTags } from './EmptyTags.tsx'
import { NewTag } from './NewTag.tsx'
import { TagEditor } from './TagEditor.tsx'
import { TagGone } from './TagGone.tsx'
import { TagList } from './TagList.tsx'

/** All virtual tags, or the rules of one. */
export function RulesTab(props: TabProps) {
  const { url, mayWrite } = props
  const { data, error, isFetching, refetch } = useCall('allocation.listTags', {})
  if (!data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={280} radius={10} />
      </div>
    )
  if (url.tag === NEW && mayWrite) return <NewTag {...props} tags={data.items} />
  if (url.tag !== null && url.tag !== NEW) {
    const tag = data.items.find(({ id }) => id === url.tag)
    return tag ? (
      <TagEditor key={tag.id} {...props} tag={tag} />
    ) : (
      <TagGone onBack={() => props.onChange({ tag: null })} />
    )
  }
  return data.items.length === 0 ? (
    <EmptyTags mayWrite={mayWrite} onStart={() => props.onChange({ tag: NEW, start: 'department' })} />
  ) : (
    <TagList {...props} tags={data.items} />
  )
}

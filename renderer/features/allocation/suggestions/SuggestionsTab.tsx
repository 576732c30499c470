import { Lightbulb, Tags } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import type { TabProps } from '../tab-props.ts'
import { SuggestionList } from './SuggestionList.tsx'
import styles from './suggestions.module.css'

/** What the program would add to the rules of a tag, and why. */
export function SuggestionsTab(props: TabProps) {
  const { url, onChange } = props
  const { t } = useText()
  const { data, error, isFetching, refetch } = useCall('allocation.listTags', {})
  if (error && !data)
    return <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!data) return <Waiting />
  const tag = data.items.find(({ id }) => id === url.tag) ?? data.items[0]
  if (!tag)
    return (
      <Card>
        <EmptyState
          icon={Tags}
          title={t('suggestions.noTagsTitle')}
          text={t('suggestions.noTagsText')}
          action={<Button onClick={() => onChange({ tab: 'rules' })}>{t('suggestions.toRules')}</Button>}
        />
      </Card>
    )
  return (
    <div className={styles.stack}>
      <div className={styles.pick}>
        <Select
          label={t('suggestions.tag')}
          value={tag.id}
          options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange({ tag: id })}
        />
      </div>
      <OfTag key={tag.id} {...props} tag={tag} />
    </div>
  )
}

function OfTag({ tag, state, mayWrite, onChange }: TabProps & { tag: VirtualTag }) {
  const { t } = useText()
  const { from, to } = state.period
  const { data, error, isFetching, refetch } = useCall('allocation.listSuggestions', {
    tagId: tag.id,
    from,
    to,
  })
  if (error && !data)
    return <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!data) return <Waiting />
  return data.items.length === 0 ? (
    <Card>
      <EmptyState
        icon={Lightbulb}
        title={t('suggestions.noneTitle')}
        text={t('suggestions.noneText')}
        action={
          <Button onClick={() => onChange({ tab: 'rules', tag: tag.id })}>{t('suggestions.toRules')}</Button>
        }
      />
    </Card>
  ) : (
    <SuggestionList
      tag={tag}
      items={data.items}
      coverage={data.coverage}
      period={state.period}
      mayWrite={mayWrite}
    />
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Skeleton height={280} radius={10} />
    </div>
  )
}

import { ReceiptText } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { TabProps } from '../tab-props.ts'
import { ShowbackControls } from './ShowbackControls.tsx'
import { ShowbackReport } from './ShowbackReport.tsx'
import styles from './showback.module.css'
import { byText, type ShowbackBy } from './view.ts'

type Choice = { by: ShowbackBy; name: string }

/** Who pays for what. */
export function ShowbackTab(props: TabProps) {
  const { url, onChange } = props
  const { t } = useText()
  const tags = useCall('allocation.listTags', {})
  const hierarchies = useCall('hierarchies.list', {})
  const error = tags.error ?? hierarchies.error
  if (!tags.data || !hierarchies.data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void (tags.error ? tags : hierarchies).refetch()} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  const choices: Choice[] = [
    ...hierarchies.data.items.map(({ id, name }) => ({ by: { hierarchyId: id }, name })),
    ...tags.data.items.filter(({ isOn }) => isOn).map(({ id, name }) => ({ by: { tagId: id }, name })),
  ]
  const asked = choices.find(({ by }) => byText(by) === url.by)
  const chosen = asked ?? choices[0]
  if (!chosen)
    return (
      <Card>
        <EmptyState
          icon={ReceiptText}
          title={t('showback.noneTitle')}
          text={t('showback.noneText')}
          action={
            <Button onClick={() => onChange({ tab: 'rules', tag: null })}>{t('showback.toRules')}</Button>
          }
        />
      </Card>
    )
  return (
    <div className={styles.stack}>
      <ShowbackControls {...props} choices={choices} chosen={chosen} />
      {url.by !== '' && !asked ? (
        <p className={styles.soft} role="status">
          {t('showback.gone', { name: chosen.name })}
        </p>
      ) : null}
      <ShowbackReport key={byText(chosen.by)} {...props} by={chosen.by} name={chosen.name} />
    </div>
  )
}

import { Check, Tag, X } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './policies.module.css'
import { remedyOf, type ViolationView } from './view.ts'

type Props = {
  ticked: readonly ViolationView[]
  isPending: boolean
  onSuggested: () => void
  onChoose: () => void
  onClear: () => void
}

/** What can be done with everything that is ticked. */
export function FixBar({ ticked, isPending, onSuggested, onChoose, onClear }: Props) {
  const { t } = useText()
  const suggested = ticked.filter((item) => remedyOf(item) !== null).length
  const isOneKey = new Set(ticked.map(({ tagKey }) => tagKey)).size === 1
  return (
    <div className={styles.fixBar}>
      <span role="status">{t('tagPolicies.marked', { count: ticked.length })}</span>
      {suggested > 0 ? (
        <Button size="sm" variant="primary" icon={Check} isPending={isPending} onClick={onSuggested}>
          {t('tagPolicies.setSuggested', { count: suggested })}
        </Button>
      ) : null}
      <Button
        size="sm"
        icon={Tag}
        disabled={!isOneKey}
        title={isOneKey ? undefined : t('tagPolicies.oneKey')}
        onClick={onChoose}
      >
        {t('tagPolicies.setMany')}
      </Button>
      {isOneKey ? null : <span className={styles.soft}>{t('tagPolicies.oneKey')}</span>}
      <Button size="sm" variant="ghost" icon={X} onClick={onClear}>
        {t('tagPolicies.clear')}
      </Button>
    </div>
  )
}

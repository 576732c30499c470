import { KeySquare, Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './Section.module.css'
import { TokenDialog } from './TokenDialog.tsx'
import { TokenRemoveDialog } from './TokenRemoveDialog.tsx'
import { TokensTable, type TokenView } from './TokensTable.tsx'

/** By what commands sign in where nobody sits. */
export function TokensCard() {
  const { t } = useText()
  const list = useCall('tokens.list', {})
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<TokenView | null>(null)
  const items = list.data?.items
  return (
    <Card
      title={t('tokens.title')}
      subtitle={t('tokens.text')}
      padding="none"
      actions={
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t('tokens.add')}
        </Button>
      }
    >
      {list.error ? (
        <div className={styles.inset}>
          <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {items === undefined && !list.error ? (
        <div className={styles.inset}>
          <Skeleton height={72} radius={6} />
        </div>
      ) : null}
      {items?.length === 0 ? (
        <EmptyState icon={KeySquare} title={t('tokens.none')} text={t('tokens.noneText')} />
      ) : null}
      {items && items.length > 0 ? <TokensTable items={items} onRemove={setChosen} /> : null}
      <TokenDialog isOpen={isAdding} onClose={() => setAdding(false)} />
      <TokenRemoveDialog token={chosen} onClose={() => setChosen(null)} />
    </Card>
  )
}

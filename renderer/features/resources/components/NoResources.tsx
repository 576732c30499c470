import { Server } from 'lucide-react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** Nothing there yet, or nothing that the filter keeps, with the way back. */
export function NoResources({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
  const { t } = useText()
  return (
    <Card>
      {isFiltered ? (
        <EmptyState
          icon={Server}
          title={t('resources.none.title')}
          text={t('resources.none.text')}
          action={<Button onClick={onReset}>{t('resources.reset')}</Button>}
        />
      ) : (
        <EmptyState
          icon={Server}
          title={t('resources.empty.title')}
          text={t('resources.empty.text')}
          action={<Link href="/connections">{t('resources.toConnections')}</Link>}
        />
      )}
    </Card>
  )
}

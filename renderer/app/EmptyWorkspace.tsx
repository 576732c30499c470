import type { LucideIcon } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'

type Props = { icon: LucideIcon; title: string; text: string }

/** Nothing is invented for an organisation without data: the demo company shows what there will be. */
export function EmptyWorkspace({ icon, title, text }: Props) {
  const { t } = useText()
  const start = useCommand('people.startDemo')
  const open = (): void => start.mutate({})
  return (
    <Card>
      {start.error ? <ErrorBanner error={start.error} onRetry={open} isRetrying={start.isPending} /> : null}
      <EmptyState
        icon={icon}
        title={title}
        text={text}
        action={
          <Button variant="primary" onClick={open} isPending={start.isPending}>
            {t('people.openDemo')}
          </Button>
        }
      />
    </Card>
  )
}

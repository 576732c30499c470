import { Cable, FolderOpen, type LucideIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import styles from './EmptyWorkspace.module.css'
import { useSession } from './use-session.ts'

type Props = {
  icon: LucideIcon
  title: string
  text: string
  /** There are no costs at all: it offers the ways in which they come. */
  hasNoCosts?: boolean
}

/** Nothing is invented for an organisation without data: the demo company shows what there will be. */
export function EmptyWorkspace({ icon, title, text, hasNoCosts = false }: Props) {
  const { t } = useText()
  const { role } = useSession()
  const [, navigate] = useLocation()
  const start = useCommand('people.startDemo')
  const open = (): void => start.mutate({})
  const hasWays = hasNoCosts && isGranted(role, 'data.write')
  return (
    <Card>
      {start.error ? <ErrorBanner error={start.error} onRetry={open} isRetrying={start.isPending} /> : null}
      <EmptyState
        icon={icon}
        title={title}
        text={text}
        action={
          <span className={styles.ways}>
            {hasWays ? (
              <>
                <Button variant="primary" icon={FolderOpen} onClick={() => navigate('/data')}>
                  {t('imports.loadFirst')}
                </Button>
                <Button icon={Cable} onClick={() => navigate('/connections?add=1')}>
                  {t('connections.add')}
                </Button>
              </>
            ) : null}
            <Button variant={hasWays ? 'ghost' : 'primary'} onClick={open} isPending={start.isPending}>
              {t('people.openDemo')}
            </Button>
          </span>
        }
      />
    </Card>
  )
}

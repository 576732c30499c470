import { FileChartColumn } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

type Props = { mayWrite: boolean; onStart: () => void }

export function NoReports({ mayWrite, onStart }: Props) {
  const { t } = useText()
  return (
    <EmptyState
      icon={FileChartColumn}
      title={t('reports.none')}
      text={t(mayWrite ? 'reports.noneText' : 'reports.noneViewer')}
      action={
        <Button variant="primary" onClick={onStart}>
          {t('reports.noneAction')}
        </Button>
      }
    />
  )
}

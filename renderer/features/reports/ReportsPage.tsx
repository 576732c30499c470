import { Page } from '#renderer/app/Page.tsx'
import { useText } from '#renderer/i18n/use-text.ts'

export function ReportsPage() {
  const { t } = useText()
  return <Page title={t('reports.title')}>{null}</Page>
}

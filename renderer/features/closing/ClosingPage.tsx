import { Page } from '#renderer/app/Page.tsx'
import { useText } from '#renderer/i18n/use-text.ts'

export function ClosingPage() {
  const { t } = useText()
  return <Page title={t('closing.title')}>{null}</Page>
}

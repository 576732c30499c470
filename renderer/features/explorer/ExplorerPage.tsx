import { Page } from '#renderer/app/Page.tsx'
import { useText } from '#renderer/i18n/use-text.ts'

export function ExplorerPage() {
  const { t } = useText()
  return <Page title={t('explorer.title')}>{null}</Page>
}

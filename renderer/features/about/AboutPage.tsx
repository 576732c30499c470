import { Copy } from 'lucide-react'
import { Page } from '#renderer/app/Page.tsx'
import { KeysList } from '#renderer/app/palette/KeysList.tsx'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { copyPlainText } from '#renderer/ui/press-copy.ts'
import styles from './AboutPage.module.css'
import { Facts } from './components/Facts.tsx'
import { LeavesCard } from './components/LeavesCard.tsx'
import { LicensesCard } from './components/LicensesCard.tsx'
import { Product } from './components/Product.tsx'
import { dataFacts, programFacts } from './view.ts'

export function AboutPage() {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const about = useCall('app.getAbout', {})
  const program = about.data ? programFacts(about.data, t) : null
  const data = about.data ? dataFacts(about.data, t, format) : null

  const copy = (): void => {
    const lines = [...(program ?? []), ...(data ?? [])].map(({ name, value }) => `${name}: ${value}`)
    if (copyPlainText(['InfraZen', ...lines].join('\n'))) tell.done(t('common.copied'))
    else showToast({ tone: 'bad', text: t('common.copyFailed') })
  }
  return (
    <Page
      title={t('about.title')}
      width="narrow"
      actions={
        <Button icon={Copy} onClick={copy} disabled={!about.data}>
          {t('about.copyAll')}
        </Button>
      }
    >
      {about.error ? <ErrorBanner error={about.error} onRetry={() => void about.refetch()} /> : null}
      <Product version={about.data?.version ?? null} />
      <div className={styles.pair}>
        <Card title={t('about.program')}>
          <Facts facts={program} count={4} />
        </Card>
        <Card title={t('about.data')}>
          <Facts facts={data} count={6} />
        </Card>
      </div>
      <LeavesCard />
      <Card title={t('about.keyboard')}>
        <KeysList />
      </Card>
      <LicensesCard />
    </Page>
  )
}

import { Building2, FlaskConical } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import { Heading } from './Heading.tsx'
import styles from './StartChoice.module.css'
import { useOpenDemo } from './use-open-demo.ts'

export function StartChoice({ onCreate }: { onCreate: () => void }) {
  const { t } = useText()
  const demo = useOpenDemo()
  return (
    <>
      <Heading title={t('people.welcome')} text={t('people.welcomeText')} />
      <div className={styles.choices}>
        <ChoiceCard
          icon={FlaskConical}
          title={t('people.openDemo')}
          text={t('people.openDemoText')}
          isPrimary
          isPending={demo.isPending}
          onClick={demo.open}
        />
        <ChoiceCard
          icon={Building2}
          title={t('people.createOne')}
          text={t('people.createOneText')}
          onClick={onCreate}
        />
        {demo.error ? <ErrorBanner error={demo.error} onRetry={demo.open} /> : null}
      </div>
    </>
  )
}

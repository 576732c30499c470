import { useEffect } from 'react'
import { oneOfParam } from '#renderer/app/url-codecs.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { BrandPanel } from './components/BrandPanel.tsx'
import { CreateForm } from './components/CreateForm.tsx'
import { Look } from './components/Look.tsx'
import { ProfileChoice } from './components/ProfileChoice.tsx'
import { StartChoice } from './components/StartChoice.tsx'
import type { Profile } from './profile.ts'
import styles from './SignInPage.module.css'

type Props = { profiles: readonly Profile[]; version: string }

const codecs = { start: oneOfParam(['choose', 'create'], 'choose') }

/** What is seen when nobody is signed in: first start, the list of people, the form of a new organisation. */
export function SignInPage({ profiles, version }: Props) {
  const { t } = useText()
  const [{ start }, setUrl] = useUrlState(codecs)
  const title = t(
    start === 'create' ? 'people.create' : profiles.length > 0 ? 'people.signIn' : 'people.welcome',
  )
  useEffect(() => {
    document.title = `${title} · InfraZen`
  }, [title])
  const toCreate = (): void => setUrl({ start: 'create' })
  return (
    <div className={styles.page}>
      <BrandPanel />
      <main className={styles.side}>
        <Look />
        <div className={styles.content}>
          {start === 'create' ? (
            <CreateForm onBack={() => setUrl({ start: 'choose' })} />
          ) : profiles.length > 0 ? (
            <ProfileChoice profiles={profiles} onCreate={toCreate} />
          ) : (
            <StartChoice onCreate={toCreate} />
          )}
        </div>
        <p className={styles.version}>{t('people.version', { version })}</p>
      </main>
    </div>
  )
}

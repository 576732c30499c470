import { Building2, ChevronRight, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { Profile } from '../profile.ts'
import { Heading } from './Heading.tsx'
import styles from './ProfileChoice.module.css'
import { SignInForm } from './SignInForm.tsx'
import { useOpenDemo } from './use-open-demo.ts'

type Props = { profiles: readonly Profile[]; onCreate: () => void }

const keyOf = ({ userId, workspaceId }: Profile): string => `${userId} ${workspaceId}`

/** People of this installation, as an operating system lists them; one person is asked for the password at once. */
export function ProfileChoice({ profiles, onCreate }: Props) {
  const { t } = useText()
  const demo = useOpenDemo()
  const [chosen, setChosen] = useState<string | null>(null)
  const only = profiles.length === 1 ? profiles[0] : undefined
  const profile = only ?? profiles.find((candidate) => keyOf(candidate) === chosen)
  return (
    <>
      {profile ? (
        <SignInForm
          key={keyOf(profile)}
          profile={profile}
          onBack={only ? undefined : () => setChosen(null)}
        />
      ) : (
        <>
          <Heading title={t('people.signIn')} text={t('people.signInText')} />
          <ul className={styles.list}>
            {profiles.map((candidate) => (
              <li key={keyOf(candidate)}>
                <button type="button" className={styles.profile} onClick={() => setChosen(keyOf(candidate))}>
                  <Avatar name={candidate.userName} size={38} />
                  <span className={styles.words}>
                    <span className={styles.name}>{candidate.userName}</span>
                    <span className={styles.organisation}>{candidate.workspaceName}</span>
                  </span>
                  <ChevronRight size={17} aria-hidden className={styles.arrow} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.others}>
        <Button variant="ghost" icon={Building2} onClick={onCreate}>
          {t('people.createAnother')}
        </Button>
        <Button variant="ghost" icon={FlaskConical} onClick={demo.open} isPending={demo.isPending}>
          {t('people.openDemo')}
        </Button>
      </div>
      {demo.error ? <ErrorBanner error={demo.error} onRetry={demo.open} /> : null}
    </>
  )
}

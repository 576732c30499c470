import { LockPage } from '#renderer/features/people/LockPage.tsx'
import { SignInPage } from '#renderer/features/people/SignInPage.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import styles from './SessionGate.module.css'
import { Splash } from './Splash.tsx'
import { Shell } from './shell/Shell.tsx'
import { useAppState } from './use-app-state.ts'
import { useEvents } from './use-events.ts'
import { SessionContext } from './use-session.ts'
import { useSettingsSync } from './use-settings-sync.ts'

/** Nobody signed in: the sign-in page; locked: the lock; else the program. */
export function SessionGate() {
  const state = useAppState()
  const isOffline = useEvents()
  const session = state.data?.session ?? null
  useSettingsSync(session)
  if (!state.data) {
    return state.error ? (
      <main className={styles.failed}>
        <ErrorBanner error={state.error} onRetry={() => void state.refetch()} isRetrying={state.isFetching} />
      </main>
    ) : (
      <Splash />
    )
  }
  if (!session) return <SignInPage profiles={state.data.profiles} version={state.data.version} />
  if (session.isLocked) return <LockPage session={session} />
  return (
    <SessionContext value={session}>
      <Shell key={`${session.userId} ${session.workspaceId}`} isOffline={isOffline} />
    </SessionContext>
  )
}

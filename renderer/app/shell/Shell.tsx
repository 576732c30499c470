import { useEffect } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { DropArea } from '../drop/DropArea.tsx'
import { Giving } from '../drop/Giving.tsx'
import { CommandPalette } from '../palette/CommandPalette.tsx'
import { KeysSheet } from '../palette/KeysSheet.tsx'
import { useShortcuts } from '../palette/use-shortcuts.ts'
import { useIdle } from '../use-idle.ts'
import { useSession } from '../use-session.ts'
import { VaultNotice } from '../vault/VaultNotice.tsx'
import { DemoNotice } from './DemoNotice.tsx'
import { NetworkNotice } from './NetworkNotice.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { Routes } from './Routes.tsx'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'
import { Toasts } from './Toasts.tsx'
import { useArrival } from './use-arrival.ts'
import { bringWhenIdle } from './warm-page.ts'

export function Shell({ isOffline }: { isOffline: boolean }) {
  const { t } = useText()
  const session = useSession()
  useIdle(session.settings.idleMinutes)
  useShortcuts()
  const main = useArrival()
  useEffect(bringWhenIdle, [])
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <Sidebar />
      <div className={styles.column}>
        {session.isDemo ? <DemoNotice /> : null}
        {isOffline ? <OfflineNotice /> : null}
        <NetworkNotice />
        <VaultNotice />
        <main id="content" ref={main} tabIndex={-1} className={styles.main}>
          <Routes />
        </main>
      </div>
      <DropArea />
      <Giving />
      <Toasts />
      <CommandPalette />
      <KeysSheet />
    </div>
  )
}

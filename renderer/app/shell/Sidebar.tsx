import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { setPaletteOpen, toggleSidebar } from '#renderer/state/shell.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { CloudMark } from '#renderer/ui/CloudMark.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import { pages } from '../pages.ts'
import { controlKey } from '../palette/control-key.ts'
import { SyncIndicator } from '../sync/SyncIndicator.tsx'
import { useSession } from '../use-session.ts'
import { NavItem } from './NavItem.tsx'
import { ProfileMenu } from './ProfileMenu.tsx'
import styles from './Sidebar.module.css'
import { useRail } from './use-rail.ts'

export function Sidebar() {
  const { t } = useText()
  const session = useSession()
  const { isRail, canToggle } = useRail()
  const toggleLabel = t(isRail ? 'shell.expand' : 'shell.collapse')
  const search = (
    <button
      type="button"
      className={styles.search}
      {...(isRail ? { 'aria-label': t('shell.search') } : {})}
      aria-keyshortcuts="Control+K"
      onClick={() => setPaletteOpen(true)}
    >
      <Search size={16} aria-hidden />
      {isRail ? null : (
        <>
          <span className={styles.searchText}>{t('shell.search')}</span>
          <span aria-hidden>
            <Kbd>{controlKey('K')}</Kbd>
          </span>
        </>
      )}
    </button>
  )
  return (
    <aside className={styles.sidebar} data-rail={isRail ? '' : undefined}>
      <div className={styles.brand}>
        <Link href="/" className={styles.home} aria-label={t('shell.home')}>
          <CloudMark size={28} />
          {isRail ? null : <span className={styles.name}>InfraZen</span>}
        </Link>
        {canToggle && !isRail ? (
          <IconButton icon={PanelLeftClose} size="sm" label={toggleLabel} onClick={toggleSidebar} />
        ) : null}
      </div>
      {isRail && session.isDemo ? (
        <div className={styles.railDemo}>
          <Badge tone="demo">{t('shell.demo')}</Badge>
        </div>
      ) : null}
      {isRail ? null : (
        <div className={styles.organisation}>
          <span className={styles.organisationName} title={session.workspaceName}>
            {session.workspaceName}
          </span>
          {session.isDemo ? <Badge tone="demo">{t('shell.demo')}</Badge> : null}
        </div>
      )}
      {isRail ? (
        <Tooltip text={t('shell.search')} side="right">
          {search}
        </Tooltip>
      ) : (
        search
      )}
      <nav aria-label={t('shell.mainNav')} className={styles.nav}>
        <ul>
          {pages
            .filter(({ group }) => group === 'main')
            .map((page) => (
              <NavItem key={page.id} page={page} isRail={isRail} />
            ))}
        </ul>
      </nav>
      <nav aria-label={t('shell.moreNav')} className={styles.more}>
        <ul>
          {pages
            .filter(({ group }) => group === 'program')
            .map((page) => (
              <NavItem key={page.id} page={page} isRail={isRail} />
            ))}
        </ul>
      </nav>
      {canToggle && isRail ? (
        <div className={styles.expand}>
          <IconButton icon={PanelLeftOpen} label={toggleLabel} onClick={toggleSidebar} />
        </div>
      ) : null}
      <SyncIndicator isRail={isRail} />
      <ProfileMenu isRail={isRail} />
    </aside>
  )
}

import { ChevronsUpDown, Lock, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Menu, type MenuSection } from '#renderer/ui/Menu.tsx'
import { useChangeSettings } from '../use-change-settings.ts'
import { useSession } from '../use-session.ts'
import styles from './ProfileMenu.module.css'

const THEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const

export function ProfileMenu({ isRail }: { isRail: boolean }) {
  const { t } = useText()
  const session = useSession()
  const { theme, language } = usePreferences()
  const change = useChangeSettings()
  const lock = useCommand('people.lock')
  const signOut = useCommand('people.signOut')
  const role = t(`shell.role.${session.role}`)

  const sections: MenuSection[] = [
    {
      id: 'theme',
      label: t('shell.theme'),
      items: THEMES.map(([id, icon]) => ({
        id,
        icon,
        label: t(`shell.theme.${id}`),
        isChecked: theme === id,
        run: () => change({ theme: id }),
      })),
    },
    {
      id: 'language',
      label: t('shell.language'),
      items: (['ru', 'en'] as const).map((id) => ({
        id,
        label: t(`shell.language.${id}`),
        isChecked: language === id,
        run: () => change({ language: id }),
      })),
    },
    {
      id: 'session',
      items: [
        ...(session.hasPassword
          ? [{ id: 'lock', icon: Lock, label: t('shell.lock'), run: () => lock.mutate({}) }]
          : []),
        { id: 'signOut', icon: LogOut, label: t('shell.signOut'), run: () => signOut.mutate({}) },
      ],
    },
  ]

  return (
    <div className={styles.foot} data-rail={isRail ? '' : undefined}>
      <Menu
        label={t('shell.profileMenu')}
        side="top-start"
        sections={sections}
        header={
          <div className={styles.head}>
            <p className={styles.headName}>
              {session.workspaceName}
              {session.isDemo ? <Badge tone="demo">{t('shell.demo')}</Badge> : null}
            </p>
            <p className={styles.headRole}>
              {session.userName} · {role}
            </p>
          </div>
        }
        trigger={(props) => (
          <button
            type="button"
            {...props}
            className={styles.trigger}
            {...(isRail ? { 'aria-label': t('shell.profileOf', { name: session.userName }) } : {})}
          >
            <Avatar name={session.userName} />
            {isRail ? null : (
              <>
                <span className="visually-hidden">{t('shell.profile')}: </span>
                <span className={styles.names}>
                  <span className={styles.name}>{session.userName}</span>
                  <span className={styles.role}>{role}</span>
                </span>
                <ChevronsUpDown size={15} aria-hidden className={styles.arrow} />
              </>
            )}
          </button>
        )}
      />
    </div>
  )
}

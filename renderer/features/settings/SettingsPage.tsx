import {
  Building2,
  DatabaseBackup,
  FlaskConical,
  KeyRound,
  type LucideIcon,
  Mail,
  Network,
  Package,
  Palette,
  ShieldCheck,
  UserRound,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { Page } from '#renderer/app/Page.tsx'
import { oneOfParam } from '#renderer/app/url-codecs.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { AppearanceSection } from './components/AppearanceSection.tsx'
import { DataSection } from './components/DataSection.tsx'
import { DemoSection } from './components/DemoSection.tsx'
import { MailSection } from './components/MailSection.tsx'
import { NetworkSection } from './components/NetworkSection.tsx'
import { OrganisationSection } from './components/OrganisationSection.tsx'
import { PackagesSection } from './components/PackagesSection.tsx'
import { ProfileSection } from './components/ProfileSection.tsx'
import { SecuritySection } from './components/SecuritySection.tsx'
import { VaultSection } from './components/VaultSection.tsx'
import styles from './SettingsPage.module.css'

const names = [
  'profile',
  'appearance',
  'organisation',
  'security',
  'vault',
  'network',
  'mail',
  'packages',
  'data',
  'demo',
] as const
type Name = (typeof names)[number]

const sections: Record<Name, { icon: LucideIcon; body: ComponentType }> = {
  profile: { icon: UserRound, body: ProfileSection },
  appearance: { icon: Palette, body: AppearanceSection },
  organisation: { icon: Building2, body: OrganisationSection },
  security: { icon: ShieldCheck, body: SecuritySection },
  vault: { icon: KeyRound, body: VaultSection },
  network: { icon: Network, body: NetworkSection },
  mail: { icon: Mail, body: MailSection },
  packages: { icon: Package, body: PackagesSection },
  data: { icon: DatabaseBackup, body: DataSection },
  demo: { icon: FlaskConical, body: DemoSection },
}

const codecs = { section: oneOfParam(names, 'profile') }

export function SettingsPage() {
  const { t } = useText()
  const { isDemo } = useSession()
  const [{ section }] = useUrlState(codecs)
  const shown = names.filter((name) => name !== 'demo' || isDemo)
  const current = shown.includes(section) ? section : 'profile'
  const Body = sections[current].body
  return (
    <Page title={t('settings.title')} width="narrow">
      <div className={styles.layout}>
        <nav aria-label={t('settings.sections')} className={styles.nav}>
          <ul className={styles.list}>
            {shown.map((name) => {
              const Icon = sections[name].icon
              return (
                <li key={name}>
                  <Link
                    href={name === 'profile' ? '/settings' : `/settings?section=${name}`}
                    replace
                    className={styles.link}
                    aria-current={name === current ? 'true' : undefined}
                  >
                    <Icon size={16} strokeWidth={1.8} aria-hidden />
                    {t(`settings.section.${name}`)}
                  </Link>
                </li>
              )
            })}
          </ul>
        </nav>
        <div className={styles.body}>
          <Body />
        </div>
      </div>
    </Page>
  )
}

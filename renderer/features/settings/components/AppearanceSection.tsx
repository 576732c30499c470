import { Monitor, Moon, Rows2, Rows4, Sun } from 'lucide-react'
import { useChangeSettings } from '#renderer/app/use-change-settings.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import styles from './Section.module.css'

export function AppearanceSection() {
  const { t } = useText()
  const { language, theme, density } = usePreferences()
  const change = useChangeSettings()
  return (
    <Card title={t('settings.section.appearance')} subtitle={t('settings.appearanceText')}>
      <div className={styles.rows}>
        <div className={styles.row}>
          <p className={styles.rowName}>{t('settings.language')}</p>
          <Segmented
            label={t('settings.language')}
            value={language}
            onChange={(value) => change({ language: value })}
            options={[
              { value: 'ru', label: t('shell.language.ru') },
              { value: 'en', label: t('shell.language.en') },
            ]}
          />
        </div>
        <div className={styles.row}>
          <p className={styles.rowName}>{t('settings.theme')}</p>
          <Segmented
            label={t('settings.theme')}
            value={theme}
            onChange={(value) => change({ theme: value })}
            options={[
              { value: 'light', label: t('shell.theme.light'), icon: Sun },
              { value: 'dark', label: t('shell.theme.dark'), icon: Moon },
              { value: 'system', label: t('shell.theme.system'), icon: Monitor },
            ]}
          />
        </div>
        <div className={styles.row}>
          <div>
            <p className={styles.rowName}>{t('settings.density')}</p>
            <p className={styles.muted}>{t('settings.densityText')}</p>
          </div>
          <Segmented
            label={t('settings.density')}
            value={density}
            onChange={(value) => change({ density: value })}
            options={[
              { value: 'comfortable', label: t('settings.density.comfortable'), icon: Rows2 },
              { value: 'compact', label: t('settings.density.compact'), icon: Rows4 },
            ]}
          />
        </div>
      </div>
    </Card>
  )
}

import { Monitor, Moon, Sun } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { choosePreferences, usePreferences } from '#renderer/state/preferences.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import styles from './Look.module.css'

/** Language and theme before anybody has signed in. */
export function Look() {
  const { t } = useText()
  const { language, theme } = usePreferences()
  return (
    <div className={styles.look}>
      <Segmented
        size="sm"
        label={t('people.theme')}
        value={theme}
        onChange={(value) => choosePreferences({ theme: value })}
        options={[
          { value: 'light', label: t('shell.theme.light'), icon: Sun },
          { value: 'dark', label: t('shell.theme.dark'), icon: Moon },
          { value: 'system', label: t('shell.theme.system'), icon: Monitor },
        ]}
        isIconOnly
      />
      <Segmented
        size="sm"
        label={t('people.language')}
        value={language}
        onChange={(value) => choosePreferences({ language: value })}
        options={[
          { value: 'ru', label: t('shell.language.ru') },
          { value: 'en', label: t('shell.language.en') },
        ]}
      />
    </div>
  )
}

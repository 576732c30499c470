import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import type { ProviderItem } from './ProviderStep.tsx'
import styles from './Wizard.module.css'

/** Where the key is made and what it has to be allowed. */
export function ProviderHelp({ item }: { item: ProviderItem }) {
  const { t, language } = useText()
  return (
    <aside className={styles.help} aria-label={t('connect.where')}>
      <p className={styles.helpTitle}>{t('connect.where')}</p>
      <p>{item.where[language]}</p>
      {item.rights.length > 0 ? (
        <Disclosure label={t('connect.rights')}>
          <ul className={styles.points}>
            {item.rights.map((right) => (
              <li key={right.en}>{right[language]}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </aside>
  )
}

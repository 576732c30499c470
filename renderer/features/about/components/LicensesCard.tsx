import { useEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './LicensesCard.module.css'

type License = { name: string; version: string; license: string; text: string }

/** The texts are long and seldom read, so they load when the page does and not with the program. */
export function LicensesCard() {
  const { t } = useText()
  const [items, setItems] = useState<readonly License[] | 'failed' | null>(null)
  useEffect(() => {
    import('#resources/licenses.json').then(
      (module) => setItems(module.default),
      () => setItems('failed'),
    )
  }, [])
  return (
    <Card
      title={t('about.licenses')}
      subtitle={Array.isArray(items) ? t('about.licensesText', { count: items.length }) : undefined}
    >
      {items === null ? <Skeleton height={200} radius={6} /> : null}
      {items === 'failed' ? <p>{t('about.licensesFailed')}</p> : null}
      {items !== null && items !== 'failed' ? (
        <ul className={styles.list}>
          {items.map(({ name, version, license, text }) => (
            <li key={name}>
              <details className={styles.item}>
                <summary className={styles.summary}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.muted}>{version}</span>
                  <span className={styles.license}>{license}</span>
                </summary>
                <pre className={styles.text}>{text || t('about.licenseStandard', { license })}</pre>
              </details>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}

import { useText } from '#renderer/i18n/use-text.ts'
import { CloudMark } from '#renderer/ui/CloudMark.tsx'
import styles from './Product.module.css'

export function Product({ version }: { version: string | null }) {
  const { t } = useText()
  return (
    <div className={styles.product}>
      <CloudMark size={64} />
      <div>
        <p className={styles.name}>
          InfraZen {version ? <span className={styles.version}>{version}</span> : null}
        </p>
        <p className={styles.text}>{t('about.subtitle')}</p>
      </div>
    </div>
  )
}

import { ShieldCheck } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import styles from './LeavesCard.module.css'

export function LeavesCard() {
  const { t } = useText()
  return (
    <Card
      title={t('about.leaves')}
      actions={
        <Badge tone="ok" icon={ShieldCheck}>
          {t('about.leavesNothing')}
        </Badge>
      }
    >
      <p className={styles.text}>{t('about.leavesText')}</p>
    </Card>
  )
}

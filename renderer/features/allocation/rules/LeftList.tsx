import { Plus } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { ScrollList } from '../components/ScrollList.tsx'
import type { LeftResource } from './resource-rule.ts'
import styles from './rules.module.css'

type Props = { left: readonly LeftResource[]; onMakeRule: ((left: LeftResource) => void) | null }

/** The dearest of what no rule takes, each the beginning of a rule. */
export function LeftList({ left, onMakeRule }: Props) {
  const { t } = useText()
  return (
    <section className={styles.part} aria-label={t('allocation.leftTitle')}>
      <h3 className={styles.caption}>{t('allocation.leftTitle')}</h3>
      {left.length === 0 ? <p className={styles.soft}>{t('allocation.leftNone')}</p> : null}
      <ScrollList label={t('allocation.leftFrame')} className={styles.leftList}>
        {left.map((item) => (
          <li
            key={`${item.connectionId} ${item.resource ?? ''} ${item.name} ${item.service} ${item.currency}`}
            className={styles.leftItem}
          >
            <span className={styles.cut} title={item.name}>
              {item.name}
            </span>
            <Amount money={item} form="whole" />
            <span className={cx(styles.soft, styles.cut)}>{item.service}</span>
            {onMakeRule ? (
              <Button
                size="sm"
                variant="ghost"
                icon={Plus}
                aria-label={t('allocation.makeRuleOf', { name: item.name })}
                onClick={() => onMakeRule(item)}
              >
                {t('allocation.makeRule')}
              </Button>
            ) : null}
          </li>
        ))}
      </ScrollList>
    </section>
  )
}

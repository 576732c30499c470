import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import type { Unrecognised } from '../view.ts'
import { ItemDetails } from './ItemDetails.tsx'
import styles from './UnrecognisedItem.module.css'

/** One line, and behind it everything that helps to tell what it is. */
export function UnrecognisedItem({ item }: { item: Unrecognised }) {
  const { t } = useText()
  const format = useFormat()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isResolved = item.resolvedAtMs !== null
  return (
    <li className={styles.item}>
      <h2>
        <button
          type="button"
          className={styles.line}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <ProviderMark provider={item.provider} size={30} />
          <span className={styles.words}>
            <span className={styles.name}>{item.name}</span>
            <span className={styles.soft}>
              {`${item.connectionName} · `}
              <code>{item.kind}</code>
              {` · ${t('unrecognised.sightings', { count: item.sightings })}`}
            </span>
          </span>
          {item.type === null ? null : <Badge tone="info">{t(`resources.type.${item.type}`)}</Badge>}
          <Badge tone={isResolved ? 'ok' : 'warn'} hasDot>
            {t(isResolved ? 'unrecognised.isResolved' : 'unrecognised.isOpen')}
          </Badge>
          <span className={styles.cost}>
            {item.dailyCost ? t('unrecognised.perDay', { amount: format.money(item.dailyCost) }) : '—'}
          </span>
          <ChevronDown className={styles.chevron} size={18} aria-hidden />
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <ItemDetails item={item} /> : null}
      </div>
    </li>
  )
}

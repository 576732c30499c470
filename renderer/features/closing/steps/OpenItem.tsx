import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import styles from '../closing.module.css'
import type { SetUrl } from '../url.ts'
import { placeOf } from './places.ts'

type Props = { item: ClosingStepView['open'][number]; month: string; onChange: SetUrl }

/** What is open, leading to where it is mended. */
export function OpenItem({ item, month, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { code, subject, from, to } = item
  const days = from === null || to === null ? '' : from === to ? format.day(from) : format.dayRange(from, to)
  const words = t(`closing.open.${code}`, { subject: subject ?? '', days })
  const place = placeOf(item, month)
  return (
    <li>
      {place === null ? words : null}
      {place && 'href' in place ? (
        <Link href={place.href} className={styles.link}>
          {words}
        </Link>
      ) : null}
      {place && 'url' in place ? (
        <button type="button" className={styles.link} onClick={() => onChange(place.url)}>
          {words}
        </button>
      ) : null}
    </li>
  )
}

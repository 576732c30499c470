import { ChevronRight, Undo2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { Explorer, TrailStep } from '../use-explorer.ts'
import styles from './Trail.module.css'

type Props = { trail: readonly TrailStep[]; onBack: Explorer['back'] }

/** The steps that led down here; each leads back to itself. */
export function Trail({ trail, onBack }: Props) {
  const { t } = useText()
  if (trail.length === 0) return null
  const places = [t('explorer.allCosts'), ...trail.map(({ label }) => label)].map((label, at) => ({
    id: `${at} ${label}`,
    label,
    depth: trail[at]?.depth ?? null,
  }))
  return (
    <nav className={styles.trail} aria-label={t('explorer.trail')}>
      <IconButton icon={Undo2} size="sm" label={t('explorer.stepBack')} onClick={() => onBack()} />
      <ol className={styles.list}>
        {places.map(({ id, label, depth }, at) => (
          <li key={id} className={styles.step}>
            {at > 0 ? <ChevronRight size={14} aria-hidden className={styles.arrow} /> : null}
            {depth === null ? (
              <span className={styles.here} aria-current="step">
                {label}
              </span>
            ) : (
              <button type="button" className={styles.link} onClick={() => onBack(depth)}>
                {label}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

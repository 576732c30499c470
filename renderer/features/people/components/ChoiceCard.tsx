import { ArrowRight, LoaderCircle, type LucideIcon } from 'lucide-react'
import styles from './ChoiceCard.module.css'

type Props = {
  icon: LucideIcon
  title: string
  text: string
  isPrimary?: boolean
  isPending?: boolean
  onClick: () => void
}

export function ChoiceCard({
  icon: Icon,
  title,
  text,
  isPrimary = false,
  isPending = false,
  onClick,
}: Props) {
  const Arrow = isPending ? LoaderCircle : ArrowRight
  return (
    <button
      type="button"
      className={styles.card}
      data-primary={isPrimary ? '' : undefined}
      aria-busy={isPending || undefined}
      onClick={() => {
        if (!isPending) onClick()
      }}
    >
      <span className={styles.icon} aria-hidden>
        <Icon size={20} strokeWidth={1.8} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
      <Arrow size={18} aria-hidden className={styles.arrow} />
    </button>
  )
}

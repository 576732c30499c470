import styles from './StrengthMeter.module.css'

type Props = {
  label: string
  score: 0 | 1 | 2 | 3 | 4
  /** The score in a word. */
  word: string
  isEmpty: boolean
  /** What to mend first, or the rule. */
  hint: string
}

const STEPS = [1, 2, 3, 4] as const

export function StrengthMeter({ label, score, word, isEmpty, hint }: Props) {
  return (
    <>
      <div className={styles.meter} data-score={score}>
        <meter
          className="visually-hidden"
          aria-label={label}
          min={0}
          max={4}
          value={score}
          aria-valuetext={word}
        />
        <span className={styles.bars} aria-hidden>
          {STEPS.map((step) => (
            <span key={step} className={styles.bar} data-on={score >= step ? '' : undefined} />
          ))}
        </span>
        <span className={styles.word} aria-hidden>
          {isEmpty ? '' : word}
        </span>
      </div>
      <p className={styles.hint} aria-live="polite">
        {hint}
      </p>
    </>
  )
}

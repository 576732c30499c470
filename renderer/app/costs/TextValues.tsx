import { X } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './WhereEditor.module.css'

type Props = {
  typed: string
  values: readonly string[]
  onTyped: (text: string) => void
  onChange: (values: readonly string[]) => void
}

/** Pieces of text, any of which is enough. */
export function TextValues({ typed, values, onTyped, onChange }: Props) {
  const { t } = useText()
  return (
    <div className={styles.texts}>
      <TextField
        label={t('costs.where.text')}
        hint={t('costs.where.textHint')}
        value={typed}
        maxLength={500}
        autoFocus
        onChange={onTyped}
        onKeyDown={(event) => {
          const text = typed.trim()
          if (event.key !== 'Enter' || text === '') return
          event.preventDefault()
          onChange(values.includes(text) ? values : [...values, text])
        }}
      />
      {values.length === 0 ? null : (
        <ul className={styles.pieces}>
          {values.map((value) => (
            <li key={value} className={styles.piece}>
              <span className={styles.words}>{value}</span>
              <button
                type="button"
                className={styles.cross}
                aria-label={t('costs.where.remove', { text: value })}
                onClick={() => onChange(values.filter((each) => each !== value))}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

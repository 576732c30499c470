import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './hierarchies.module.css'

type Props = {
  levels: readonly string[]
  depth: number
  mayWrite: boolean
  onChange: (at: number, name: string) => void
}

/** How the levels of the tree are called: holding, company, department. */
export function LevelNames({ levels, depth, mayWrite, onChange }: Props) {
  const { t } = useText()
  if (depth === 0) return null
  return (
    <Card title={t('hierarchies.levels')} subtitle={t('hierarchies.levelsText')}>
      <div className={styles.levels}>
        {Array.from({ length: depth }, (_, at) => {
          const label = t('hierarchies.level', { number: at + 1 })
          return (
            <TextField
              key={label}
              label={label}
              maxLength={120}
              readOnly={!mayWrite}
              placeholder={label}
              value={levels[at] ?? ''}
              onChange={(name) => onChange(at, name)}
            />
          )
        })}
      </div>
    </Card>
  )
}

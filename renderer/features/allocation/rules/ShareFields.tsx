import { Plus, Trash2 } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { newId } from '../new-id.ts'
import type { DraftShare } from './draft.ts'
import { leftWords } from './percent-words.ts'
import styles from './rules.module.css'
import { evenPercents, percentLeft } from './shares.ts'

type Props = {
  shares: readonly DraftShare[]
  /** What stands beside each value; null: nothing. */
  amounts: 'percent' | 'weight' | null
  /** The list of values that are offered. */
  known: string
  onChange: (shares: readonly DraftShare[]) => void
}

/** Values with what each of them gets, and for percents what is left of a hundred. */
export function ShareFields({ shares, amounts, known, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const left = percentLeft(shares)
  const patch = (key: string, change: Partial<DraftShare>): void =>
    onChange(shares.map((share) => (share.key === key ? { ...share, ...change } : share)))
  const evenly = (): void => {
    const percents = evenPercents(shares.length)
    onChange(shares.map((share, at) => ({ ...share, amount: percents[at] ?? '' })))
  }
  return (
    <div className={styles.shares}>
      {shares.map(({ key, part, amount }, at) => (
        <div key={key} className={styles.share} data-amounts={amounts ?? undefined}>
          <TextField
            label={t('allocation.partOf', { number: at + 1 })}
            isLabelHidden
            placeholder={t('allocation.part')}
            list={known}
            maxLength={120}
            value={part}
            onChange={(text) => patch(key, { part: text })}
          />
          {amounts ? (
            <TextField
              label={t(`allocation.${amounts}Of`, { number: at + 1 })}
              isLabelHidden
              placeholder={t(`allocation.${amounts}`)}
              inputMode="decimal"
              maxLength={16}
              value={amount}
              end={amounts === 'percent' ? <span className={styles.unit}>%</span> : undefined}
              onChange={(text) => patch(key, { amount: text })}
            />
          ) : null}
          <IconButton
            icon={Trash2}
            size="sm"
            hasTooltip={false}
            label={t('allocation.removeShare', { number: at + 1 })}
            disabled={shares.length === 1}
            onClick={() => onChange(shares.filter((share) => share.key !== key))}
          />
        </div>
      ))}
      <div className={styles.sharesFoot}>
        <Button
          size="sm"
          variant="ghost"
          icon={Plus}
          disabled={shares.length >= 100}
          onClick={() => onChange([...shares, { key: newId(), part: '', amount: '' }])}
        >
          {t('allocation.addShare')}
        </Button>
        {amounts === 'percent' ? (
          <>
            <Button size="sm" variant="ghost" onClick={evenly}>
              {t('allocation.evenly')}
            </Button>
            <span className={styles.left} data-ok={left === '0' ? '' : undefined} role="status">
              {leftWords(left, t, format)}
            </span>
          </>
        ) : null}
      </div>
    </div>
  )
}

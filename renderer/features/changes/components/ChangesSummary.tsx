import { ArrowRight } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Chip } from '#renderer/ui/Chip.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import { type DifferenceKind, differenceKinds } from '#shared/contract/changes.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { directionOf } from '../view.ts'
import styles from './ChangesSummary.module.css'

type Look = NonNullable<CallOutput<'changes.list'>['before']>

type Props = {
  before: Look
  after: Look
  change: readonly MoneyView[]
  counts: Record<DifferenceKind, number>
  kind: DifferenceKind | null
  /** The difference is of what the filter keeps alone. */
  isFiltered: boolean
  isBusy: boolean
  onKind: (kind: DifferenceKind | null) => void
}

/** What a day cost before and after, and how many differences there are of each kind. */
export function ChangesSummary({ before, after, change, counts, kind, isFiltered, isBusy, onKind }: Props) {
  const { t } = useText()
  return (
    <section className={styles.card} aria-label={t('changes.summary')} data-stale={isBusy ? '' : undefined}>
      <div className={styles.figures}>
        <Side look={before} />
        <ArrowRight className={styles.arrow} size={20} aria-hidden />
        <Side look={after} />
        <div className={styles.change}>
          <p className={styles.label}>{t(isFiltered ? 'changes.changeFiltered' : 'changes.change')}</p>
          <p className={styles.figure}>
            {change.length === 0
              ? '—'
              : change.map((money) => (
                  <Delta key={money.currency} direction={directionOf(money)}>
                    <Amount money={money} sign />
                  </Delta>
                ))}
          </p>
        </div>
      </div>
      <div className={styles.chips}>
        {differenceKinds.map((name) => (
          <Chip
            key={name}
            count={counts[name]}
            isPressed={kind === name}
            isDisabled={counts[name] === 0 && kind !== name}
            onPress={() => onKind(kind === name ? null : name)}
          >
            {t(`changes.kind.${name}`)}
          </Chip>
        ))}
      </div>
    </section>
  )
}

function Side({ look }: { look: Look }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div>
      <p className={styles.label}>{format.instant(look.atMs)}</p>
      <p className={styles.figure}>
        {look.dailyCost ? (
          <>
            <Amount money={look.dailyCost} /> <span className={styles.per}>{t('changes.aDay')}</span>
          </>
        ) : (
          '—'
        )}
      </p>
    </div>
  )
}

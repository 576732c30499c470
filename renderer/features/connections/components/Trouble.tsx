import { Pencil } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { isMendedInForm, staleParts, urgencyOf, wholeDays } from '../view.ts'
import { Note } from './Note.tsx'
import styles from './Trouble.module.css'

const PARTS_SHOWN = 4

/** What a person should know or do about a connection: what went wrong, what is old, when the money ends. */
type Props = {
  item: ConnectionView
  /** Leads to the form; absent for whoever may only look. */
  onEdit?: (() => void) | undefined
}

export function Trouble({ item, onEdit }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { problem, lastOutcome, account, daysLeft, status } = item
  const stale = staleParts(item.stale)
  const outcome =
    !problem && lastOutcome !== null && lastOutcome !== 'done' && lastOutcome !== 'partial'
      ? t(`connections.outcome.${lastOutcome}`)
      : null
  const told = problem ? describeProblem(problem, language) : null
  if (status === 'archived') return <p className={styles.archived}>{t('connections.archivedNote')}</p>
  return (
    <>
      {told ? (
        <Note tone="bad" title={told.title}>
          {told.next}
          {onEdit && problem && isMendedInForm(problem) ? (
            <div className={styles.mend}>
              <Button size="sm" icon={Pencil} onClick={onEdit}>
                {t('connections.mend')}
              </Button>
            </div>
          ) : null}
        </Note>
      ) : null}
      {outcome ? <Note tone="warn" title={outcome} /> : null}
      {daysLeft !== null && urgencyOf(daysLeft) !== 'calm' ? (
        <Note
          tone={urgencyOf(daysLeft) === 'now' ? 'bad' : 'warn'}
          title={
            wholeDays(daysLeft) === 0
              ? t('connections.info.blockNow')
              : t('connections.info.block', { count: wholeDays(daysLeft) })
          }
        />
      ) : null}
      {account?.status === 'suspended' || account?.status === 'blocked' ? (
        <Note
          tone="bad"
          title={`${t('connections.info.status')}: ${t(`connections.info.status.${account.status}`).toLowerCase()}`}
        />
      ) : null}
      {stale.length > 0 ? (
        <Note tone="warn" title={t('connections.stale')}>
          <ul className={styles.parts}>
            {stale.slice(0, PARTS_SHOWN).map(({ key, name: part, lastGoodAtMs, problem: why }) => (
              <li key={key}>
                {lastGoodAtMs === null
                  ? t('connections.stale.never', { part })
                  : t('connections.stale.of', { part, when: format.instant(lastGoodAtMs) })}
                {why ? <span className={styles.why}>{describeProblem(why, language).title}</span> : null}
              </li>
            ))}
            {stale.length > PARTS_SHOWN ? (
              <li>{t('connections.stale.more', { count: stale.length - PARTS_SHOWN })}</li>
            ) : null}
          </ul>
        </Note>
      ) : null}
    </>
  )
}

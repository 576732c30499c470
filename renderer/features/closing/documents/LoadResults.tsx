import { Check, CircleSlash, TriangleAlert, X } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { inOrder } from '#renderer/ui/in-order.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import styles from './documents.module.css'
import { firstDay, type Loaded, type LoadedActs, type LoadedBank } from './view.ts'

type Props = {
  loaded: Loaded
  month: string
  onOpen: (id: string) => void
  onMonth: (month: string) => void
  onClose: () => void
}

const ICONS = { added: Check, same: CircleSlash, failed: TriangleAlert }
const TONES = { added: 'ok', same: 'same', failed: 'bad' }

/** File by file: what became of it, and why not. */
export function LoadResults({ loaded, month, onOpen, onMonth, onClose }: Props) {
  const { t } = useText()
  return (
    <Card
      title={t('acts.results')}
      actions={<IconButton icon={X} size="sm" label={t('acts.resultsClose')} onClick={onClose} />}
    >
      <div role="status">
        <ul className={styles.results}>
          {inOrder(loaded.acts).map(({ place, item }) => (
            <ActResult key={place} item={item} month={month} onOpen={onOpen} onMonth={onMonth} />
          ))}
          {inOrder(loaded.bank).map(({ place, item }) => (
            <BankResult key={place} item={item} />
          ))}
        </ul>
      </div>
    </Card>
  )
}

type ActProps = Pick<Props, 'month' | 'onOpen' | 'onMonth'> & { item: LoadedActs[number] }

function ActResult({ item, month, onOpen, onMonth }: ActProps) {
  const { t, language } = useText()
  const format = useFormat()
  const { actId, status, problem, fileName } = item
  const { data } = useCall('acts.get', { id: actId ?? '' }, { enabled: actId !== null })
  const Icon = ICONS[status]
  const words = problem ? describeProblem(problem, language) : null
  const other = data && data.act.month !== month ? data.act.month : null
  const otherName = other === null ? '' : format.month(firstDay(other))
  return (
    <li>
      <Icon size={16} data-tone={TONES[status]} aria-hidden />
      <div className={styles.grow}>
        <p>
          <span className={styles.strong}>{fileName}</span>: {words?.title ?? t(`acts.result.${status}`)}
        </p>
        {words ? <p className={styles.soft}>{words.next}</p> : null}
        {other === null ? null : (
          <p className={styles.soft}>{t('acts.result.month', { month: otherName })}</p>
        )}
      </div>
      {other === null ? null : (
        <Button size="sm" variant="ghost" onClick={() => onMonth(other)}>
          {t('acts.result.show', { month: otherName })}
        </Button>
      )}
      {actId === null ? null : (
        <Button size="sm" aria-label={`${t('acts.result.open')}: ${fileName}`} onClick={() => onOpen(actId)}>
          {t('acts.result.open')}
        </Button>
      )}
    </li>
  )
}

function BankResult({ item }: { item: LoadedBank[number] }) {
  const { t, language } = useText()
  const { status, problem, fileName, added, matched, passedOver } = item
  const Icon = ICONS[status]
  const words = problem ? describeProblem(problem, language) : null
  const told =
    status === 'same'
      ? t('acts.result.bankSame')
      : t(added === 0 ? 'acts.result.bankNone' : 'acts.result.bank', { added, matched, passedOver })
  return (
    <li>
      <Icon size={16} data-tone={TONES[status]} aria-hidden />
      <div className={styles.grow}>
        <p>
          <span className={styles.strong}>{fileName}</span>: {words?.title ?? told}
        </p>
        {words ? <p className={styles.soft}>{words.next}</p> : null}
      </div>
    </li>
  )
}

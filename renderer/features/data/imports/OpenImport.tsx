import { X } from 'lucide-react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { isReading, isResumable, STATUS_TONES } from '../view.ts'
import { Equation } from './Equation.tsx'
import { FileName } from './FileName.tsx'
import styles from './imports.module.css'
import { ReadProgress } from './ReadProgress.tsx'
import { Totals } from './Totals.tsx'
import { useImportActions } from './use-import-actions.ts'

type Props = { item: ImportView; onOpen: (id: number) => void }

/** One file on its way: how far it is, what is asked, and what can be done. */
export function OpenImport({ item, onOpen }: Props) {
  const { t } = useText()
  const { status } = item
  return (
    <li className={styles.row} data-status={status}>
      <FileName item={item} onOpen={onOpen} />
      <div>
        <Badge tone={STATUS_TONES[status]} hasDot>
          {t(`imports.status.${status}`)}
        </Badge>
      </div>
      <div className={styles.rowBody}>
        <State item={item} />
      </div>
      <Actions item={item} onOpen={onOpen} />
    </li>
  )
}

function State({ item }: { item: ImportView }) {
  const { t, language } = useText()
  const { status, problem } = item
  if (status === 'reading') return <ReadProgress item={item} />
  if (status === 'ready')
    return (
      <>
        <Equation item={item} />
        <Totals item={item} />
      </>
    )
  if (problem !== null) {
    const { title, next } = describeProblem(problem, language)
    return (
      <p className={status === 'failed' ? styles.bad : styles.soft}>
        {title} <span className={styles.soft}>{next}</span>
      </p>
    )
  }
  const words = {
    waiting: 'imports.waiting',
    asking: 'imports.askingText',
    same: 'imports.sameTextShort',
    cancelled: 'imports.cancelledText',
  } as const
  const key = words[status as keyof typeof words]
  return key ? <p className={styles.soft}>{t(key)}</p> : null
}

function Actions({ item, onOpen }: Props) {
  const { t } = useText()
  const may = useMayImport()
  const { cancel, resume, remove } = useImportActions(item.id)
  const { status, id, fileName } = item
  if (may !== 'take') return <span />
  return (
    <div className={styles.rowActions}>
      {isReading(status) ? (
        <Button
          size="sm"
          isPending={cancel.isPending}
          aria-label={t('imports.cancelOf', { name: fileName })}
          onClick={() => cancel.run()}
        >
          {t('imports.cancel')}
        </Button>
      ) : null}
      {isResumable(status) ? (
        <Button size="sm" isPending={resume.isPending} onClick={() => resume.run()}>
          {t(status === 'paused' ? 'imports.resume' : 'imports.again')}
        </Button>
      ) : null}
      {isResumable(status) || status === 'same' ? (
        <IconButton
          icon={X}
          size="sm"
          label={t('imports.removeOf', { name: fileName })}
          onClick={() => remove.run()}
        />
      ) : null}
      {status === 'ready' || status === 'asking' ? (
        <Button size="sm" onClick={() => onOpen(id)}>
          {t(status === 'ready' ? 'imports.decide' : 'imports.answer')}
        </Button>
      ) : null}
    </div>
  )
}

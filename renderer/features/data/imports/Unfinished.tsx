import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import { isReading, isResumable } from '../view.ts'
import styles from './imports.module.css'
import { Problem } from './Problem.tsx'
import { ReadProgress } from './ReadProgress.tsx'
import { useImportActions } from './use-import-actions.ts'

type Props = { item: ImportView; onBack: () => void; onOpen: (id: number) => void }

/** A file that is being read, could not be, or need not be: what happened and what can be done. */
export function Unfinished({ item, onBack, onOpen }: Props) {
  const { t } = useText()
  const may = useMayImport()
  const { cancel, resume, remove } = useImportActions(item.id)
  const { status, problem } = item
  const canResume = isResumable(status)
  if (!isReading(status) && !canResume && status !== 'same') return null
  return (
    <Card>
      <div className={styles.stack}>
        {status === 'reading' ? <ReadProgress item={item} /> : null}
        {status === 'waiting' ? <p>{t('imports.waiting')}</p> : null}
        {status === 'cancelled' && problem === null ? <p>{t('imports.cancelledText')}</p> : null}
        {status === 'same' ? <Same item={item} onOpen={onOpen} /> : null}
        {problem === null ? null : <Problem problem={problem} />}
        {may === 'take' ? (
          <div className={styles.buttons}>
            {isReading(status) ? (
              <Button isPending={cancel.isPending} onClick={() => cancel.run()}>
                {t('imports.cancel')}
              </Button>
            ) : null}
            {canResume ? (
              <Button variant="primary" isPending={resume.isPending} onClick={() => resume.run()}>
                {t(status === 'paused' ? 'imports.resume' : 'imports.again')}
              </Button>
            ) : null}
            {canResume || status === 'same' ? (
              <Button isPending={remove.isPending} onClick={() => remove.run(onBack)}>
                {t('imports.remove')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function Same({ item: { sameAs }, onOpen }: { item: ImportView; onOpen: (id: number) => void }) {
  const { t } = useText()
  const format = useFormat()
  const { data } = useCall('imports.get', { id: sameAs ?? 1 }, { enabled: sameAs !== null })
  const when = data?.item.committedAtMs ?? data?.item.createdAtMs
  return (
    <p>
      {data && when !== undefined
        ? t('imports.sameText', { name: data.item.fileName, when: format.instant(when) })
        : t('imports.sameTextShort')}{' '}
      {sameAs === null ? null : (
        <button type="button" className={styles.link} onClick={() => onOpen(sameAs)}>
          {t('imports.toSame')}
        </button>
      )}
    </p>
  )
}

import { Download, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import styles from './Packages.module.css'

/** Parcels that were made here and wait to be taken. */
export function TransferExports() {
  const { t } = useText()
  const { data } = useCall('ledger.listExports', {})
  const items = (data?.items ?? []).filter(({ kind }) => kind === 'parcel')
  if (items.length === 0) return null
  return (
    <section aria-label={t('transfer.ready')}>
      <p className={styles.legend}>{t('transfer.ready')}</p>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item }: { item: LedgerExportView }) {
  const { t, language } = useText()
  const format = useFormat()
  const tell = useTell()
  const cancel = useCommand('ledger.cancelExport')
  const remove = useCommand('ledger.removeExport')
  const [isSaving, setSaving] = useState(false)
  const { id, fileName, status, lines, total, bytes, problem, startedAtMs } = item
  const isRunning = status === 'waiting' || status === 'running'
  const words = {
    waiting: t('transfer.waiting'),
    running: t('transfer.running', { done: format.number(lines), total: format.number(total) }),
    done: t('transfer.done', { count: lines, lines: format.number(lines), size: format.bytes(bytes) }),
    failed: problem ? describeProblem(problem, language).title : t('transfer.failed'),
    cancelled: t('transfer.cancelled'),
  }
  const save = async (): Promise<void> => {
    setSaving(true)
    try {
      const path = await transport.host['host.saveExport']({ id, fileName })
      if (path !== null) showToast({ tone: 'ok', text: t('common.fileSaved'), detail: path })
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      tell.failed(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <p className={styles.name}>{fileName}</p>
        <p className={styles.soft}>
          {format.instant(startedAtMs)} · {words[status]}
        </p>
        {isRunning ? (
          <ProgressBar
            label={fileName}
            ratio={total > 0 ? lines / total : 0}
            valueText={words.running}
            size="sm"
          />
        ) : null}
      </div>
      {status === 'done' ? (
        <Button size="sm" icon={Download} isPending={isSaving} onClick={() => void save()}>
          {t('transfer.download')}
        </Button>
      ) : null}
      <IconButton
        icon={isRunning ? X : Trash2}
        size="sm"
        label={t(isRunning ? 'transfer.cancel' : 'transfer.remove', { name: fileName })}
        onClick={() => (isRunning ? cancel : remove).mutate({ id }, { onError: tell.failed })}
      />
    </li>
  )
}

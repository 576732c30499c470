import { Download, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import styles from './ExportDialog.module.css'

/** One export: how far it is, and the file when it is there. */
export function ExportItem({ item }: { item: LedgerExportView }) {
  const { t, language } = useText()
  const format = useFormat()
  const tell = useTell()
  const cancel = useCommand('ledger.cancelExport')
  const remove = useCommand('ledger.removeExport')
  const [isSaving, setSaving] = useState(false)
  const { id, fileName, status, lines, total, bytes, problem, startedAtMs, version } = item
  const isRunning = status === 'waiting' || status === 'running'
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
  const words = {
    waiting: t('ledger.export.waiting'),
    running: t('ledger.export.running', { done: format.number(lines), total: format.number(total) }),
    done: [
      t('ledger.exportLines', { count: lines, lines: format.number(lines) }),
      format.bytes(bytes),
      ...(problem ? [describeProblem(problem, language).title] : []),
    ].join(' · '),
    failed: problem ? describeProblem(problem, language).title : t('ledger.export.failed'),
    cancelled: t('ledger.export.cancelled'),
  }
  return (
    <li className={styles.item}>
      <div className={styles.itemWords}>
        <p className={styles.itemName} title={fileName}>
          {fileName}
        </p>
        <p className={styles.soft} data-bad={problem !== null || undefined}>
          {version === null ? item.format.toUpperCase() : `FOCUS ${version}`} · {format.instant(startedAtMs)}{' '}
          · {words[status]}
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
      {isRunning ? (
        <IconButton
          icon={X}
          size="sm"
          label={t('ledger.export.cancel', { name: fileName })}
          onClick={() => cancel.mutate({ id }, { onError: tell.failed })}
        />
      ) : null}
      {status === 'done' ? (
        <Button size="sm" variant="primary" icon={Download} isPending={isSaving} onClick={() => void save()}>
          {t('ledger.export.save')}
        </Button>
      ) : null}
      {isRunning ? null : (
        <IconButton
          icon={Trash2}
          size="sm"
          label={t('ledger.export.remove', { name: fileName })}
          onClick={() => remove.mutate({ id }, { onError: tell.failed })}
        />
      )}
    </li>
  )
}

import { Copy, Download } from 'lucide-react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { copyPlainText } from '#renderer/ui/press-copy.ts'
import type { ReportFileView, ReportRunView } from '#shared/contract/reports.ts'
import styles from './archive.module.css'

type Props = { run: ReportRunView }

/** Files with their checksums, each to be saved where the person says. */
export function RunFiles({ run }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const take = useCommand('reports.takeFile')
  const save = async (file: ReportFileView): Promise<void> => {
    try {
      const { id, fileName } = await take.mutateAsync({ runId: run.id, fileId: file.id })
      const path = await transport.host['host.saveExport']({ id, fileName })
      if (path !== null) showToast({ tone: 'ok', text: t('common.fileSaved'), detail: path })
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      tell.failed(error)
    }
  }
  const copy = (text: string): void => {
    if (copyPlainText(text)) showToast({ tone: 'ok', text: t('common.copied') })
    else showToast({ tone: 'bad', text: t('common.copyFailed') })
  }
  if (run.files.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="run-files">
      <h3 id="run-files" className={styles.heading}>
        {t('reports.files')}
      </h3>
      <ul className={styles.files}>
        {run.files.map((file) => (
          <li key={file.id} className={styles.file}>
            <div className={styles.fileWords}>
              <p className={styles.fileName}>{file.name}</p>
              <p className={styles.soft}>
                {t(`reports.format.${file.format}`)} · {format.bytes(file.bytes)}
                {file.state === 'sound' ? null : (
                  <>
                    {' '}
                    <Badge tone="bad">{t(`reports.fileState.${file.state}`)}</Badge>
                  </>
                )}
              </p>
              <p className={styles.sum}>
                <span className={styles.soft}>{t('reports.checksum')}</span>
                <code className={styles.code} title={file.sha256}>
                  {file.sha256}
                </code>
                <IconButton
                  icon={Copy}
                  size="sm"
                  hasTooltip={false}
                  label={t('reports.checksumCopy', { name: file.name })}
                  onClick={() => copy(file.sha256)}
                />
              </p>
            </div>
            <Button
              size="sm"
              icon={Download}
              aria-label={t('reports.fileSaveOf', { name: file.name })}
              isPending={take.isPending && take.variables.fileId === file.id}
              onClick={() => void save(file)}
            >
              {t('reports.fileSave')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

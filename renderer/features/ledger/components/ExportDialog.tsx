import { Download } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type FocusVersion, focusVersions, type LedgerFilterInput } from '#shared/contract/ledger.ts'
import styles from './ExportDialog.module.css'
import { ExportItem } from './ExportItem.tsx'

type Props = {
  filter: LedgerFilterInput
  lines: number
  isFiltered: boolean
  period: string
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** The lines that the filter keeps as a file of FOCUS. */
export function ExportDialog({ isOpen, onOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  usePageActions(
    useMemo(
      () => [{ id: 'exportFocus', label: t('ledger.exportTitle'), keys: 'e', run: onOpen }],
      [t, onOpen],
    ),
  )
  return (
    <>
      <Button icon={Download} aria-keyshortcuts="e" aria-haspopup="dialog" onClick={onOpen}>
        {t('ledger.export')}
      </Button>
      <Dialog title={t('ledger.exportTitle')} isOpen={isOpen} onClose={onClose} width={560}>
        <Body {...rest} />
      </Dialog>
    </>
  )
}

function Body({ filter, lines, isFiltered, period }: Omit<Props, 'isOpen' | 'onOpen' | 'onClose'>) {
  const { t } = useText()
  const format = useFormat()
  const start = useCommand('ledger.startExport')
  const list = useCall('ledger.listExports', {})
  // Files of reports have an archive of their own, parcels a place in the settings.
  const exported = (list.data?.items ?? []).filter(({ kind: of }) => of !== 'report' && of !== 'parcel')
  const [version, setVersion] = useState<FocusVersion>('1.2')
  const [kind, setKind] = useState<'csv' | 'parquet'>('csv')
  const [isLatin, setLatin] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    start.mutate({ filter, version, format: kind, isLatin })
  }
  return (
    <div className={styles.stack}>
      <form className={styles.stack} onSubmit={submit}>
        <p>
          {t(isFiltered ? 'ledger.exportCoversFilter' : 'ledger.exportCovers', {
            period,
            lines: t('ledger.exportLines', { count: lines, lines: format.number(lines) }),
          })}
        </p>
        <div className={styles.fields}>
          <Select
            label={t('ledger.exportVersion')}
            value={version}
            options={focusVersions.map((value) => ({
              value,
              label: value === '1.2' ? t('ledger.exportUsual', { version: value }) : `FOCUS ${value}`,
            }))}
            hint={t(`ledger.exportHint.${hintOf(version)}`)}
            onChange={setVersion}
          />
          <div className={styles.format}>
            <span className={styles.label}>{t('ledger.exportFormat')}</span>
            <Segmented
              label={t('ledger.exportFormat')}
              value={kind}
              options={[
                { value: 'csv', label: 'CSV' },
                { value: 'parquet', label: 'Parquet' },
              ]}
              onChange={setKind}
            />
          </div>
        </div>
        <p className={styles.soft}>{t(`ledger.exportHow.${kind}`)}</p>
        <Checkbox
          label={
            <>
              {t('ledger.exportLatin')}
              <span className={styles.hint}>{t('ledger.exportLatinHint')}</span>
            </>
          }
          value={isLatin}
          onChange={setLatin}
        />
        {start.error ? <ErrorBanner error={start.error} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" isPending={start.isPending} disabled={lines === 0}>
            {t('ledger.exportStart')}
          </Button>
        </div>
      </form>
      {list.error ? <ErrorBanner error={list.error} /> : null}
      {exported.length > 0 ? (
        <section aria-label={t('ledger.exports')}>
          <h3 className={styles.caption}>{t('ledger.exports')}</h3>
          <ul className={styles.list}>
            {exported.map((item) => (
              <ExportItem key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

const hintOf = (version: FocusVersion): 'old' | 'usual' | 'new' =>
  version === '1.2' ? 'usual' : version < '1.2' ? 'old' : 'new'

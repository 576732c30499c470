import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import businessStyles from '../business.module.css'
import styles from './series.module.css'

type Preview = CallOutput<'business.readFile'>
type Props = {
  series: SeriesView
  looked: { token: string; preview: Preview } | null
  onClose: () => void
}

/** What a file would change, and line by line what is not taken of it. */
export function FileDialog({ series, looked, onClose }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('business.loadFile')
  const preview = looked?.preview
  const count = preview ? preview.changes.added + preview.changes.changed + preview.changes.same : 0
  const close = (): void => {
    reset()
    onClose()
  }
  const load = (): void => {
    if (!looked) return
    mutate(
      { id: series.id, token: looked.token },
      {
        onSuccess: ({ put }) => {
          tell.done(t('series.file.loaded', { count: put }))
          close()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('series.file.title', { name: preview?.fileName ?? '' })}
      isOpen={looked !== null}
      onClose={close}
      width={680}
      footer={
        <>
          <Button onClick={close} data-focus-first>
            {t('common.cancel')}
          </Button>
          {count > 0 ? (
            <Button variant="primary" isPending={isPending} onClick={load}>
              {t('series.file.confirm', { count })}
            </Button>
          ) : null}
        </>
      }
    >
      {preview ? (
        <div className={businessStyles.form}>
          <Facts preview={preview} />
          {count === 0 ? <p className={styles.warn}>{t('series.file.nothing')}</p> : null}
          <Refused preview={preview} />
          {error ? <ErrorBanner error={error} /> : null}
        </div>
      ) : null}
    </Dialog>
  )
}

function Facts({ preview }: { preview: Preview }) {
  const { t } = useText()
  const format = useFormat()
  const { columns, from, to, changes, refusedLines, newParts } = preview
  const values = columns.values.map((name) => `«${name}»`).join(', ')
  return (
    <>
      <p>
        {columns.part === null
          ? t('series.file.columns', { day: columns.day, values })
          : t('series.file.columnsPart', { day: columns.day, values, part: columns.part })}{' '}
        {from && to ? t('series.file.span', { from: format.day(from), to: format.day(to) }) : null}
      </p>
      <dl className={styles.counts}>
        {(['added', 'changed', 'same'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(`series.file.${kind}`)}</dt>
            <dd>{format.number(changes[kind])}</dd>
          </div>
        ))}
        <div data-tone={refusedLines > 0 ? 'warn' : undefined}>
          <dt>{t('series.file.refused')}</dt>
          <dd>{format.number(refusedLines)}</dd>
        </div>
      </dl>
      {newParts.length > 0 ? (
        <p className={styles.warn}>
          {t('series.file.newParts', { count: newParts.length, names: newParts.join(', ') })}
        </p>
      ) : null}
    </>
  )
}

const SHOWN = 50

function Refused({ preview: { refused, refusedLines } }: { preview: Preview }) {
  const { t } = useText()
  if (refused.length === 0) return null
  const shown = refused.slice(0, SHOWN)
  return (
    <div className={styles.refused}>
      <Table label={t('series.file.refusedTable')} maxHeight={260}>
        <thead>
          <tr>
            <Th align="end" width={80}>
              {t('series.file.line')}
            </Th>
            <Th>{t('series.file.text')}</Th>
            <Th>{t('series.file.reason')}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, text, reason }, at) => (
            <tr key={`${line} ${at.toString()}`}>
              <Td align="end">{line}</Td>
              <Td truncate={text}>{text}</Td>
              <Td tone="muted">{t(`series.reason.${reason}`)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {refusedLines > shown.length ? (
        <p className={businessStyles.soft}>{t('series.file.more', { count: refusedLines - shown.length })}</p>
      ) : null}
    </div>
  )
}

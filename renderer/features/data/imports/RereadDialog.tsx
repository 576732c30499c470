import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import {
  type DateOrder,
  dateOrders,
  type Encoding,
  encodings,
  type ImportAnswers,
  type ImportSource,
  type ImportView,
  importSources,
  type ReadingView,
} from '#shared/contract/imports.ts'
import { decimalWords, separatorWords } from '../view.ts'
import styles from './imports.module.css'

type Props = { item: ImportView; reading: ReadingView; isOpen: boolean; onClose: () => void }

const separators = [',', ';', '\t', '|'] as const
type Separator = (typeof separators)[number]
const decimals = ['.', ','] as const

/** What the file seemed to be, put right by hand; what is not said is found in the file again. */
export function RereadDialog({ item, reading, isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('imports.reading.change')} isOpen={isOpen} onClose={onClose}>
      <RereadForm item={item} reading={reading} onClose={onClose} />
    </Dialog>
  )
}

function RereadForm({ item, reading, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const answer = useCommand('imports.answer')
  const { answers, format } = reading
  const [source, setSource] = useState<ImportSource | ''>(answers.source ?? '')
  const [encoding, setEncoding] = useState<Encoding | ''>(answers.encoding ?? '')
  const [separator, setSeparator] = useState<Separator | ''>(answers.separator ?? '')
  const [decimal, setDecimal] = useState<'.' | ',' | ''>(answers.decimal ?? '')
  const [dateOrder, setDateOrder] = useState<DateOrder | ''>(answers.dateOrder ?? '')
  const auto = { value: '' as const, label: t('imports.q.auto') }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { source: _s, encoding: _e, separator: _p, decimal: _d, dateOrder: _o, ...rest } = answers
    const next: ImportAnswers = {
      ...rest,
      ...(source === '' ? {} : { source }),
      ...(encoding === '' ? {} : { encoding }),
      ...(separator === '' ? {} : { separator }),
      ...(decimal === '' ? {} : { decimal }),
      ...(dateOrder === '' ? {} : { dateOrder }),
    }
    answer.mutate({ id: item.id, answers: next }, { onSuccess: onClose })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Select
        label={t('imports.reading.source')}
        value={source}
        options={[auto, ...importSources.map((value) => ({ value, label: t(`imports.source.${value}`) }))]}
        onChange={setSource}
      />
      {format === 'csv' ? (
        <>
          <Select
            label={t('imports.reading.encoding')}
            value={encoding}
            options={[auto, ...encodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) }))]}
            onChange={setEncoding}
          />
          <Select
            label={t('imports.reading.separator')}
            value={separator}
            options={[auto, ...separators.map((value) => ({ value, label: separatorWords(value, t) }))]}
            onChange={setSeparator}
          />
        </>
      ) : null}
      {format === 'parquet' ? null : (
        <>
          <Select
            label={t('imports.reading.decimal')}
            value={decimal}
            options={[auto, ...decimals.map((value) => ({ value, label: decimalWords(value, t) }))]}
            onChange={setDecimal}
          />
          <Select
            label={t('imports.reading.dateOrder')}
            value={dateOrder}
            options={[
              auto,
              ...dateOrders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) })),
            ]}
            onChange={setDateOrder}
          />
        </>
      )}
      {answer.error ? <ErrorBanner error={answer.error} /> : null}
      <div className={styles.formFoot}>
        <span className={styles.grow} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={answer.isPending}>
          {t('imports.again')}
        </Button>
      </div>
    </form>
  )
}

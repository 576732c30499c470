import { useState } from 'react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import type { ImportView, ReadingView } from '#shared/contract/imports.ts'
import { decimalWords, formatWords, separatorWords, sourceName } from '../view.ts'
import styles from './imports.module.css'
import { RereadDialog } from './RereadDialog.tsx'

type Props = { item: ImportView; reading: ReadingView }

/** How the file was understood; before it is loaded it can be read otherwise. */
export function ReadingFacts({ item, reading }: Props) {
  const { t } = useText()
  const may = useMayImport()
  const [isOpen, setOpen] = useState(false)
  const { encoding, separator, decimal, dateOrder, sheet, hasManifest, unknownColumns, mappingId } = reading
  const facts: [string, string | null][] = [
    [t('imports.reading.format'), formatWords(reading)],
    [t('imports.reading.source'), sourceName(item.source, reading.version, t)],
    [t('imports.reading.encoding'), encoding === null ? null : t(`imports.encoding.${encoding}`)],
    [t('imports.reading.separator'), separator === null ? null : separatorWords(separator, t)],
    [t('imports.reading.decimal'), decimal === null ? null : decimalWords(decimal, t)],
    [t('imports.reading.dateOrder'), dateOrder === null ? null : t(`imports.dateOrder.${dateOrder}`)],
    [t('imports.reading.sheet'), sheet],
    [t('imports.reading.mapping'), mappingId === null ? null : t('imports.reading.mappingKept')],
    [t('imports.reading.manifest'), hasManifest ? t('imports.reading.hasManifest') : null],
    [
      t('imports.reading.unknown'),
      unknownColumns.length === 0
        ? null
        : t('imports.reading.unknownText', { names: unknownColumns.join(', ') }),
    ],
  ]
  const canReread = may === 'take' && (item.status === 'ready' || item.status === 'failed')
  return (
    <Card>
      <Disclosure label={t('imports.reading')} note={formatWords(reading)}>
        <dl className={styles.facts}>
          {facts.flatMap(([label, value]) =>
            value === null ? (
              []
            ) : (
              <div key={label} className={styles.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        {canReread ? (
          <div className={styles.buttons}>
            <Button size="sm" onClick={() => setOpen(true)}>
              {t('imports.reading.change')}
            </Button>
          </div>
        ) : null}
      </Disclosure>
      <RereadDialog item={item} reading={reading} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Card>
  )
}

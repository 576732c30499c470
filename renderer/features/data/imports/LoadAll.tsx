import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import { sumsOfFiles } from '../sums.ts'
import { Equation } from './Equation.tsx'
import styles from './imports.module.css'

/** A year of files is loaded at once; what they come to is seen before. The oldest goes first: the last word stays. */
export function LoadAll({ items }: { items: readonly ImportView[] }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const commit = useCommand('imports.commit')
  const [isAsking, setAsking] = useState(false)
  const [isPending, setPending] = useState(false)
  const ready = items.filter(({ status, rowsKept }) => status === 'ready' && rowsKept > 0).reverse()
  if (ready.length < 2 && !isAsking) return null
  const load = async (): Promise<void> => {
    setPending(true)
    let lines = 0
    try {
      for (const { id } of ready) lines += (await commit.mutateAsync({ id, mode: 'replace' })).lines
      tell.done(t('imports.loaded', { count: lines }))
      setAsking(false)
    } catch (error) {
      // The dialog tells why; what was loaded before stays loaded and is off the list.
      if (!(error instanceof TransportError)) throw error
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <Button size="sm" variant="primary" onClick={() => setAsking(true)}>
        {t('imports.loadAll', { count: ready.length })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('imports.loadAllTitle', { count: ready.length })}
        confirmLabel={t('imports.load')}
        isDanger={false}
        isPending={isPending}
        error={commit.error}
        onClose={() => setAsking(false)}
        onConfirm={() => void load()}
      >
        <ul className={styles.all}>
          {ready.map((item) => (
            <li key={item.id} className={styles.allItem}>
              <span className={styles.allName}>{item.fileName}</span>
              <span className={styles.soft}>
                {item.from && item.to ? format.dayRange(item.from, item.to) : null}
              </span>
              <Equation item={item} />
            </li>
          ))}
        </ul>
        <p className={styles.allSum}>
          {t('imports.totals')}:{' '}
          {sumsOfFiles(ready).map(({ currency, billed }) => (
            <Amount key={currency} money={{ amount: billed, currency }} />
          ))}
        </p>
        <p className={styles.soft}>{t('imports.loadText')}</p>
      </ConfirmDialog>
    </>
  )
}

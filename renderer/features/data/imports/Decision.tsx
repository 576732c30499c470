import { Check, Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { ImportDifference, ImportMode, ImportView } from '#shared/contract/imports.ts'
import { firstDay } from '../months.ts'
import { closedMonths, hasBefore } from '../sums.ts'
import styles from './imports.module.css'

type Props = { item: ImportView; differences: readonly ImportDifference[]; onBack: () => void }

/** Load, add, or leave it: nothing counts before one of them is pressed. */
export function Decision({ item, differences, onBack }: Props) {
  const { t } = useText()
  const format = useFormat()
  const may = useMayImport()
  const tell = useTell()
  const commit = useCommand('imports.commit')
  const remove = useCommand('imports.remove')
  const [isAsking, setAsking] = useState(false)
  const { id } = item
  const canAdd = hasBefore(differences)
  const closed = closedMonths(differences).map((month) => format.month(firstDay(month)))
  if (may !== 'take') return null
  const load = (mode: ImportMode): void =>
    commit.mutate(
      { id, mode },
      {
        onSuccess: ({ lines, replacedLines }) => {
          setAsking(false)
          const words = t('imports.loaded', { count: lines })
          const replaced = t('imports.loadedReplaced', { count: format.number(replacedLines) })
          tell.done(replacedLines > 0 ? `${words}. ${replaced}` : words)
        },
      },
    )
  const discard = (): void =>
    remove.mutate(
      { id },
      {
        onError: tell.failed,
        onSuccess: () => {
          tell.done(t('imports.discarded'))
          onBack()
        },
      },
    )
  return (
    <section className={styles.decision} aria-label={t('imports.decide')}>
      {closed.length > 0 ? (
        <p className={styles.warn}>
          <TriangleAlert size={16} aria-hidden />
          {t('imports.closedWarn', { months: closed.join(', ') })}
        </p>
      ) : null}
      {commit.error && !isAsking ? <ErrorBanner error={commit.error} /> : null}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={Check}
          isPending={commit.isPending}
          disabled={item.rowsKept === 0}
          onClick={() => load('replace')}
        >
          {t('imports.load')}
        </Button>
        {canAdd ? (
          <Button icon={Plus} onClick={() => setAsking(true)}>
            {t('imports.add')}
          </Button>
        ) : null}
        <Button variant="ghost" isPending={remove.isPending} onClick={discard}>
          {t('imports.discard')}
        </Button>
        <span className={styles.soft}>{t(canAdd ? 'imports.loadText' : 'imports.loadNew')}</span>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('imports.addTitle')}
        confirmLabel={t('imports.add')}
        isDanger={false}
        isPending={commit.isPending}
        error={commit.error}
        onClose={() => setAsking(false)}
        onConfirm={() => load('add')}
      >
        <p>{t('imports.addText')}</p>
        <p>{t('imports.addAsk')}</p>
      </ConfirmDialog>
    </section>
  )
}

import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { ImportView } from '#shared/contract/imports.ts'

type Props = { item: ImportView; isOpen: boolean; onClose: () => void }

/** Says what will no longer count, and what counts again instead. */
export function WithdrawDialog({ item, isOpen, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const withdraw = useCommand('imports.withdraw')
  const { id, fileName, liveDays, rowsKept } = item
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('imports.withdrawTitle', { name: fileName })}
      confirmLabel={t('imports.withdraw')}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={() =>
        withdraw.mutate(
          { id },
          {
            onSuccess: () => {
              tell.done(t('imports.withdrawn'))
              onClose()
            },
          },
        )
      }
    >
      {liveDays === 0 ? (
        <p>{t('imports.withdrawNone')}</p>
      ) : (
        <>
          <p>{t('imports.withdrawText', { rows: format.number(rowsKept) })}</p>
          <p>{t('imports.withdrawBack', { days: t('imports.withdrawDays', { count: liveDays }) })}</p>
        </>
      )}
    </ConfirmDialog>
  )
}

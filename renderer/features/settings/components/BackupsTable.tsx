import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { BackupView } from '#shared/contract/backups.ts'

type Props = { items: readonly BackupView[]; onRestore: (backup: BackupView) => void }

export function BackupsTable({ items, onRestore }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('settings.backups')} maxHeight={420}>
      <thead>
        <tr>
          <Th>{t('settings.when')}</Th>
          <Th>{t('settings.reason')}</Th>
          <Th align="end">{t('settings.size')}</Th>
          <Th align="end">
            <span className="visually-hidden">{t('settings.restore')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((backup) => {
          const when = format.instant(backup.atMs)
          return (
            <tr key={backup.id}>
              <Td>{when}</Td>
              <Td tone="muted">{t(`settings.reason.${backup.reason}`)}</Td>
              <Td align="end">{format.bytes(backup.bytes)}</Td>
              <Td align="end">
                <Button
                  size="sm"
                  aria-label={t('settings.restoreOf', { when })}
                  onClick={() => onRestore(backup)}
                >
                  {t('settings.restore')}
                </Button>
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { GivenView } from '#shared/contract/host.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import styles from './Packages.module.css'
import { TransferDialog } from './TransferDialog.tsx'

type Props = Pick<CallOutput<'transfer.list'>, 'received'> & { mayMerge: boolean }

/** What came from other installations, and the way to open what has come now. */
export function TransferReceiveCard({ received, mayMerge }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const [given, setGiven] = useState<GivenView | null>(null)
  const choose = async (): Promise<void> => {
    try {
      const [file] = await transport.host['host.openFiles']({ kind: 'parcels' })
      if (file) setGiven(file)
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      tell.failed(error)
    }
  }
  return (
    <Card
      title={t('transfer.receive')}
      subtitle={t('transfer.receiveText')}
      padding="none"
      actions={
        mayMerge ? (
          <Button icon={Inbox} onClick={() => void choose()}>
            {t('transfer.open')}
          </Button>
        ) : null
      }
    >
      {received.length > 0 ? (
        <Table label={t('transfer.received')} maxHeight={420}>
          <thead>
            <tr>
              <Th>{t('transfer.month')}</Th>
              <Th>{t('transfer.from')}</Th>
              <Th align="end">{t('transfer.lines')}</Th>
              <Th>{t('transfer.when')}</Th>
            </tr>
          </thead>
          <tbody>
            {received.map((row) => (
              <tr key={`${row.fingerprint} ${row.connectionName} ${row.month}`}>
                <Td className={styles.cell}>{format.month(`${row.month}-01` as Day)}</Td>
                <Td className={styles.cell}>
                  <p>{row.senderName}</p>
                  <p className={styles.soft}>{row.connectionName}</p>
                </Td>
                <Td className={styles.cell} align="end">
                  {format.number(row.lines)}
                </Td>
                <Td className={styles.cell} tone="muted">
                  {[format.instant(row.mergedAtMs), row.byName].filter(Boolean).join(' · ')}{' '}
                  {row.isHere ? null : <Badge>{t('transfer.takenBack')}</Badge>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState icon={Inbox} title={t('transfer.none')} text={t('transfer.noneText')} />
      )}
      <TransferDialog given={given} onClose={() => setGiven(null)} />
    </Card>
  )
}

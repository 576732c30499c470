import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { NetworkView } from '#shared/contract/network.ts'
import { addDays } from '#shared/lib/day.ts'

const SOON_DAYS = 30

export function AuthoritiesTable({ authorities }: Pick<NetworkView, 'authorities'>) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const soon = addDays(today, SOON_DAYS)
  return (
    <Table label={t('network.caTitle')} maxHeight={360}>
      <thead>
        <tr>
          <Th>{t('network.authority')}</Th>
          <Th>{t('network.validTo')}</Th>
        </tr>
      </thead>
      <tbody>
        {authorities.map(({ subject, validTo }) => (
          <tr key={`${subject} ${validTo}`}>
            <Td>{subject}</Td>
            <Td>
              {format.day(validTo)}{' '}
              {validTo < today ? <Badge tone="bad">{t('network.expired')}</Badge> : null}
              {validTo >= today && validTo < soon ? <Badge tone="warn">{t('network.soon')}</Badge> : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

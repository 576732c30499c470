import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ResourceDetails } from './DrawerTabs.tsx'

/** Volumes that were merged into the resource: their cost is in its own. */
export function PartsTable({ parts }: { parts: ResourceDetails['parts'] }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('resources.parts')}>
      <thead>
        <tr>
          <Th>{t('resources.col.name')}</Th>
          <Th>{t('resources.col.type')}</Th>
          <Th align="end">{t('resources.col.size')}</Th>
          <Th align="end">{t('resources.col.dailyCost')}</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.externalId}>
            <Td>
              <span title={part.externalId}>{part.name}</span>
            </Td>
            <Td tone="muted">{[t(`resources.type.${part.type}`), part.kind].filter(Boolean).join(', ')}</Td>
            <Td align="end">
              {part.sizeGb === null ? '—' : t('resources.gb', { value: format.number(part.sizeGb) })}
            </Td>
            <Td align="end" tone="strong">
              {part.dailyCost ? <Amount money={part.dailyCost} /> : '—'}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

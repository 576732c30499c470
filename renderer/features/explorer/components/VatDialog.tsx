import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { vatSchemes } from '#shared/contract/vat.ts'
import { providerName } from '#shared/texts/providers.ts'
import styles from './VatDialog.module.css'

/** What is known of the tax in each account's bills: without it no sum with or without VAT can be told. */
export function VatDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText()
  return (
    <Dialog title={t('explorer.vatTitle')} isOpen={isOpen} onClose={onClose} width={760}>
      <Body />
    </Dialog>
  )
}

function Body() {
  const { t, language } = useText()
  const session = useSession()
  const tell = useTell()
  const { data, error } = useCall('vat.list', {})
  const update = useCommand('vat.update')
  const canWrite = isGranted(session.role, 'data.write')
  if (error) return <ErrorBanner error={error} />
  if (!data) return <Skeleton height={160} radius={8} />
  const put = (change: Parameters<typeof update.mutate>[0]): void =>
    update.mutate(change, { onError: tell.failed })
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t('explorer.vatText')}</p>
      <Table label={t('explorer.vatTitle')} maxHeight={380}>
        <thead>
          <tr>
            <Th>{t('costs.dimension.connection')}</Th>
            <Th>{t('explorer.vatBill')}</Th>
            <Th>{t('explorer.vatScheme')}</Th>
            <Th>{t('explorer.vatSource')}</Th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ connectionId, name, provider, isIncluded, scheme, isAssumed }) => (
            <tr key={connectionId}>
              <Td>
                {name}
                <span className={styles.provider}>{providerName(provider, language)}</span>
              </Td>
              <Td>
                <Select
                  label={t('explorer.vatBillOf', { name })}
                  isLabelHidden
                  size="sm"
                  isDisabled={!canWrite}
                  value={isIncluded ? 'in' : 'out'}
                  options={[
                    { value: 'in', label: t('explorer.vatIncluded') },
                    { value: 'out', label: t('explorer.vatExcluded') },
                  ]}
                  onChange={(value) => put({ connectionId, isIncluded: value === 'in', scheme })}
                />
              </Td>
              <Td>
                <Select
                  label={t('explorer.vatSchemeOf', { name })}
                  isLabelHidden
                  size="sm"
                  isDisabled={!canWrite}
                  value={scheme}
                  options={vatSchemes.map((value) => ({ value, label: t(`explorer.vatSchemes.${value}`) }))}
                  onChange={(value) => put({ connectionId, isIncluded, scheme: value })}
                />
              </Td>
              <Td>
                {isAssumed ? (
                  <Badge tone="warn">{t('explorer.vatAssumed')}</Badge>
                ) : (
                  <Badge tone="ok">{t('explorer.vatSaid')}</Badge>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

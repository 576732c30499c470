import { Columns3Cog, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { providerName } from '#shared/texts/providers.ts'
import styles from './MappingsTab.module.css'
import { RenameDialog } from './RenameDialog.tsx'

type Mapping = CallOutput<'imports.listMappings'>['items'][number]

/** Tables that the program was told how to read. */
export function MappingsTab() {
  const { t } = useText()
  const list = useCall('imports.listMappings', {})
  const tell = useTell()
  const remove = useCommand('imports.removeMapping')
  const [renamed, setRenamed] = useState<Mapping | null>(null)
  const [removed, setRemoved] = useState<Mapping | null>(null)
  const { data, error } = list
  return (
    <Card title={t('data.mappings')} subtitle={t('data.mappingsText')} padding="none">
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
        </div>
      ) : null}
      {!data && !error ? (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={160} radius={6} />
        </div>
      ) : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={Columns3Cog} title={t('data.m.none')} text={t('data.m.noneText')} />
      ) : null}
      {data && data.items.length > 0 ? (
        <MappingsTable items={data.items} onRename={setRenamed} onRemove={setRemoved} />
      ) : null}
      {renamed ? <RenameDialog mapping={renamed} onClose={() => setRenamed(null)} /> : null}
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('data.m.removeTitle', { name: removed?.name ?? '' })}
        confirmLabel={t('data.m.remove')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setRemoved(null)}
        onConfirm={() => {
          if (removed === null) return
          remove.mutate(
            { id: removed.id },
            {
              onSuccess: () => {
                tell.done(t('data.m.removed'))
                setRemoved(null)
              },
            },
          )
        }}
      >
        <p>{t('data.m.removeText')}</p>
      </ConfirmDialog>
    </Card>
  )
}

type TableProps = {
  items: readonly Mapping[]
  onRename: (mapping: Mapping) => void
  onRemove: (mapping: Mapping) => void
}

function MappingsTable({ items, onRename, onRemove }: TableProps) {
  const { t, language } = useText()
  const format = useFormat()
  const may = useMayImport()
  return (
    <Table label={t('data.mappings')}>
      <thead>
        <tr>
          <Th>{t('data.m.name')}</Th>
          <Th>{t('data.m.provider')}</Th>
          <Th>{t('data.m.header')}</Th>
          <Th>{t('data.m.used')}</Th>
          <Th>{t('data.m.created')}</Th>
          {may === 'take' ? (
            <Th width={56}>
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Td tone="strong">{item.name}</Td>
            <Td>
              <span className={styles.provider}>
                <ProviderMark provider={item.spec.provider} size={22} />
                {providerName(item.spec.provider, language)}
              </span>
            </Td>
            <Td className={styles.header} truncate={item.header.join(', ')}>
              <span className={styles.soft}>
                {t('data.m.columns', { count: item.header.length })}: {item.header.join(', ')}
              </span>
            </Td>
            <Td>{format.instant(item.usedAtMs)}</Td>
            <Td tone="muted">{format.instant(item.createdAtMs)}</Td>
            {may === 'take' ? (
              <Td align="end">
                <RowMenu item={item} onRename={onRename} onRemove={onRemove} />
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function RowMenu({ item, onRename, onRemove }: Omit<TableProps, 'items'> & { item: Mapping }) {
  const { t } = useText()
  const label = t('data.m.menu', { name: item.name })
  return (
    <Menu
      label={label}
      sections={[
        {
          id: 'change',
          items: [{ id: 'rename', label: t('data.m.rename'), icon: Pencil, run: () => onRename(item) }],
        },
        {
          id: 'end',
          items: [
            {
              id: 'remove',
              label: t('data.m.remove'),
              icon: Trash2,
              isDanger: true,
              run: () => onRemove(item),
            },
          ],
        },
      ]}
      trigger={(props) => <IconButton {...props} icon={Ellipsis} size="sm" label={label} />}
    />
  )
}

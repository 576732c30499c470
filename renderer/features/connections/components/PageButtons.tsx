import { ChevronDown, Download, FileSpreadsheet, Plus, RefreshCw } from 'lucide-react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'

type Props = {
  canAct: boolean
  hasLive: boolean
  /** Some of them can be asked: those of files cannot. */
  canSync: boolean
  isStarting: boolean
  onAdd: () => void
  onSyncAll: () => void
}

export function PageButtons({ canAct, hasLive, canSync, isStarting, onAdd, onSyncAll }: Props) {
  const { t, language } = useText()
  const saveFile = useFileSaver()
  const save = (format: 'csv' | 'xlsx') => (): void =>
    void saveFile(() => transport.call('connections.export', { format, language }))
  const exports = [
    { id: 'xlsx', label: t('connections.exportXlsx'), icon: FileSpreadsheet, run: save('xlsx') },
    { id: 'csv', label: t('connections.exportCsv'), icon: FileSpreadsheet, run: save('csv') },
  ]
  usePageActions([
    ...(canAct ? [{ id: 'add', label: t('connections.add'), keys: 'n', run: onAdd }] : []),
    ...(canAct && canSync
      ? [{ id: 'syncAll', label: t('connections.syncAll'), keys: 'y', run: onSyncAll }]
      : []),
    ...(hasLive
      ? exports.map(({ id, label, run }) => ({ id, label: `${t('connections.export')}: ${label}`, run }))
      : []),
  ])
  return (
    <>
      {hasLive ? (
        <Menu
          label={t('connections.export')}
          sections={[{ id: 'formats', items: exports }]}
          trigger={(props) => (
            <Button {...props} icon={Download}>
              {t('connections.export')}
              <ChevronDown size={15} aria-hidden />
            </Button>
          )}
        />
      ) : null}
      {canAct && hasLive ? (
        <>
          {canSync ? (
            <Button icon={RefreshCw} isPending={isStarting} onClick={onSyncAll}>
              {t('connections.syncAll')}
            </Button>
          ) : null}
          <Button variant="primary" icon={Plus} onClick={onAdd}>
            {t('connections.add')}
          </Button>
        </>
      ) : null}
    </>
  )
}

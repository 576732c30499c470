import { Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { CallInput } from '#shared/contract/index.ts'

type Ask = Omit<CallInput<'allocation.exportShowback'>, 'format' | 'preset' | 'language'>

const presets = ['excelRu', 'machine', 'win1251'] as const

/** The report as a file. */
export function ExportMenu({ ask }: { ask: Ask }) {
  const { t, language } = useText()
  const save = useFileSaver()
  const run = (more: Pick<CallInput<'allocation.exportShowback'>, 'format' | 'preset'>): void =>
    void save(() => transport.call('allocation.exportShowback', { ...ask, ...more, language }))
  return (
    <Menu
      label={t('showback.export')}
      sections={[
        {
          id: 'files',
          items: [
            {
              id: 'xlsx',
              label: t('showback.exportXlsx'),
              icon: FileSpreadsheet,
              run: () => run({ format: 'xlsx' }),
            },
            ...presets.map((preset) => ({
              id: preset,
              label: t(`showback.preset.${preset}`),
              icon: FileText,
              run: () => run({ format: 'csv', preset }),
            })),
          ],
        },
      ]}
      trigger={(props) => (
        <Button {...props} size="sm" icon={Download}>
          {t('showback.export')}
        </Button>
      )}
    />
  )
}

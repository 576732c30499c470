import { Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { csvPresetNames } from '#shared/contract/explorer.ts'
import type { CallInput } from '#shared/contract/index.ts'

type Export = CallInput<'business.exportMargins'>

/** The table by month, as a workbook or as text for whoever reads it. */
export function ExportMenu({ question }: { question: Omit<Export, 'format' | 'preset' | 'language'> }) {
  const { t, language } = useText()
  const save = useFileSaver()
  const run = (more: Pick<Export, 'format' | 'preset'>): void =>
    void save(() => transport.call('business.exportMargins', { ...question, ...more, language }))
  return (
    <Menu
      label={t('margins.export')}
      sections={[
        {
          id: 'files',
          items: [
            {
              id: 'xlsx',
              label: t('margins.export.xlsx'),
              icon: FileSpreadsheet,
              run: () => run({ format: 'xlsx' }),
            },
            ...csvPresetNames.map((preset) => ({
              id: preset,
              label: t(`margins.export.${preset}`),
              icon: FileText,
              run: () => run({ format: 'csv', preset }),
            })),
          ],
        },
      ]}
      trigger={(props) => (
        <Button {...props} icon={Download}>
          {t('margins.export')}
        </Button>
      )}
    />
  )
}

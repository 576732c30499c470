import { ChevronDown, Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useState } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { sidesOf } from '../view.ts'

/** Every difference between the two looks as a file. */
export function ChangesExport({ sides }: { sides: ReturnType<typeof sidesOf> }) {
  const { t, language } = useText()
  const save = useFileSaver()
  const [isPending, setPending] = useState(false)
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setPending(true)
    await save(() => transport.call('changes.export', { ...sides, format, language }))
    setPending(false)
  }
  return (
    <Menu
      label={t('changes.export')}
      sections={[
        {
          id: 'files',
          label: t('changes.exportWhat'),
          items: [
            {
              id: 'xlsx',
              label: t('changes.exportXlsx'),
              icon: FileSpreadsheet,
              run: () => void run('xlsx'),
            },
            { id: 'csv', label: t('changes.exportCsv'), icon: FileText, run: () => void run('csv') },
          ],
        },
      ]}
      trigger={(props) => (
        <Button icon={Download} isPending={isPending} {...props}>
          {t('changes.export')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}

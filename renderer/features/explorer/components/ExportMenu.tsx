import { ChevronDown, Download, FileDown, FileSpreadsheet, FileText, Image, Rows3, X } from 'lucide-react'
import { useMemo } from 'react'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { type CsvPresetName, csvPresetNames } from '#shared/contract/explorer.ts'
import { useTableExport } from '../use-table-export.ts'

type Props = {
  spec: ViewSpec
  title: string
  isDisabled: boolean
  /** The chart as a picture; null where none is on screen. */
  onPicture: ((format: 'png' | 'svg') => void) | null
  /** The view as a file that another installation opens. */
  onViewFile: () => void
}

/** Whatever is on screen as a file: the table cell by cell, the lines beneath it, the picture, the view itself. */
export function ExportMenu({ spec, title, isDisabled, onPicture, onViewFile }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { run, isRunning, ratio, cancel } = useTableExport()
  const sections = useMemo(() => {
    const rows = (what: 'rows' | 'lines') => {
      const start = (kind: 'xlsx' | 'csv', preset: CsvPresetName) => () =>
        run({ spec, title, format: kind, preset, language, what })
      return [
        {
          id: `${what}-xlsx`,
          label: t('explorer.exportXlsx'),
          icon: FileSpreadsheet,
          run: start('xlsx', 'excelRu'),
        },
        ...csvPresetNames.map((preset) => ({
          id: `${what}-${preset}`,
          label: t(`explorer.exportCsv.${preset}`),
          icon: what === 'rows' ? FileText : Rows3,
          run: start('csv', preset),
        })),
      ]
    }
    return [
      { id: 'rows', label: t('explorer.exportRows'), items: rows('rows') },
      { id: 'lines', label: t('explorer.exportLines'), items: rows('lines') },
      {
        id: 'other',
        label: t('explorer.exportPicture'),
        items: [
          ...(onPicture
            ? (['png', 'svg'] as const).map((kind) => ({
                id: kind,
                label: t(`explorer.export.${kind}`),
                icon: Image,
                run: () => onPicture(kind),
              }))
            : []),
          { id: 'view', label: t('explorer.exportView'), icon: FileDown, run: onViewFile },
        ],
      },
    ]
  }, [spec, title, language, t, run, onPicture, onViewFile])
  usePageActions(
    useMemo(
      () =>
        sections.flatMap(({ label, items }) =>
          items.map(({ id, label: name, run: go }) => ({
            id: `export-${id}`,
            label: `${t('explorer.export')}: ${label}, ${name}`,
            run: go,
          })),
        ),
      [sections, t],
    ),
  )
  if (isRunning)
    return (
      <Button icon={X} onClick={cancel}>
        {ratio === null
          ? t('explorer.exporting')
          : t('explorer.exportingPart', { part: format.percent(ratio, { digits: 0 }) })}
      </Button>
    )
  return (
    <Menu
      label={t('explorer.export')}
      sections={sections}
      trigger={(props) => (
        <Button icon={Download} disabled={isDisabled} {...props}>
          {t('explorer.export')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}

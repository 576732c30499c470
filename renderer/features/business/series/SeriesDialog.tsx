import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import { SeriesForm } from './SeriesForm.tsx'

type Props = {
  /** Null: a new one. */
  series: SeriesView | null
  isOpen: boolean
  onClose: () => void
  onSaved: (id: string) => void
}

export function SeriesDialog({ series, isOpen, onClose, onSaved }: Props) {
  const { t } = useText()
  return (
    <Dialog
      title={series ? t('series.editTitle', { name: series.name }) : t('series.addTitle')}
      isOpen={isOpen}
      onClose={onClose}
      width={560}
    >
      <SeriesForm key={series?.id ?? ''} series={series} onClose={onClose} onSaved={onSaved} />
    </Dialog>
  )
}

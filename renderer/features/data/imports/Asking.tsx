import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ImportView, ReadingView } from '#shared/contract/imports.ts'
import { MappingWizard } from './MappingWizard.tsx'
import { QuestionsForm } from './QuestionsForm.tsx'
import { useImportActions } from './use-import-actions.ts'

type Props = { item: ImportView; reading: ReadingView; onBack: () => void }

/** The file waits for a word: a few questions, or what its columns hold. */
export function Asking({ item, reading, onBack }: Props) {
  const { t } = useText()
  const may = useMayImport()
  const { remove } = useImportActions(item.id)
  const sample = useCall('imports.getSample', { id: item.id })
  if (sample.error) return <ErrorBanner error={sample.error} onRetry={() => void sample.refetch()} />
  if (!sample.data)
    return (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  if (may !== 'take') return <Card>{t('imports.overViewer')}</Card>
  const discard = (
    <Button variant="ghost" isPending={remove.isPending} onClick={() => remove.run(onBack)}>
      {t('imports.discard')}
    </Button>
  )
  return reading.questions.includes('mapping') ? (
    <MappingWizard item={item} reading={reading} sample={sample.data} discard={discard} />
  ) : (
    <Card title={t('imports.questions')} subtitle={t('imports.questionsText')}>
      <QuestionsForm
        id={item.id}
        reading={reading}
        sample={sample.data}
        ask={reading.questions}
        discard={discard}
      />
    </Card>
  )
}

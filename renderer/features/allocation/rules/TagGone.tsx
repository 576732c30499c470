import { Tags } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** The address asks for a tag that nobody has. */
export function TagGone({ onBack }: { onBack: () => void }) {
  const { t } = useText()
  return (
    <Card>
      <EmptyState
        icon={Tags}
        title={t('allocation.gone')}
        text={t('allocation.goneText')}
        action={<Button onClick={onBack}>{t('allocation.back')}</Button>}
      />
    </Card>
  )
}

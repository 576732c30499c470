import { Unlink } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** A tile whose view somebody has deleted. */
export function GoneTile({ onRemove }: { onRemove: () => void }) {
  const { t } = useText()
  return (
    <Card>
      <EmptyState
        icon={Unlink}
        title={t('views.tile.gone')}
        text={t('views.tile.goneText')}
        action={
          <Button size="sm" onClick={onRemove}>
            {t('views.tile.remove')}
          </Button>
        }
      />
    </Card>
  )
}

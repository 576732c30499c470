import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'

type Props = {
  number: number
  total: number
  onMove: (to: number) => void
  onCopy: () => void
  onRemove: () => void
}

export function RuleMenu({ number, total, onMove, onCopy, onRemove }: Props) {
  const { t } = useText()
  const at = number - 1
  const up = [
    { id: 'up', label: t('allocation.up'), icon: ArrowUp, hint: 'Alt+↑', run: () => onMove(at - 1) },
    { id: 'first', label: t('allocation.first'), icon: ArrowUpToLine, run: () => onMove(0) },
  ]
  const down = [
    { id: 'down', label: t('allocation.down'), icon: ArrowDown, hint: 'Alt+↓', run: () => onMove(at + 1) },
    { id: 'last', label: t('allocation.last'), icon: ArrowDownToLine, run: () => onMove(total - 1) },
  ]
  const moves = [...(at > 0 ? up : []), ...(at < total - 1 ? down : [])]
  return (
    <Menu
      label={t('allocation.ruleActions', { number })}
      sections={[
        ...(moves.length > 0 ? [{ id: 'move', items: moves }] : []),
        {
          id: 'change',
          items: [
            { id: 'copy', label: t('allocation.copyRule'), icon: Copy, run: onCopy },
            {
              id: 'remove',
              label: t('allocation.removeRule'),
              icon: Trash2,
              isDanger: true,
              run: onRemove,
            },
          ],
        },
      ]}
      trigger={(props) => (
        <IconButton {...props} icon={Ellipsis} size="sm" label={t('allocation.ruleActions', { number })} />
      )}
    />
  )
}

import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { addMonths, day } from '#shared/lib/day.ts'
import styles from './closing.module.css'

type Props = { month: string; onChange: (month: string) => void }

/** Which month, with how far each is. */
export function MonthChooser({ month, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const list = useCall('closing.listMonths', {})
  const moved = (count: number): string => addMonths(day(`${month}-01`), count).slice(0, 7)
  const nameOf = (one: string): string => format.month(day(`${one}-01`))
  const items = list.data?.items ?? []
  return (
    <div className={styles.chooser}>
      <IconButton icon={ChevronLeft} label={t('closing.previousMonth')} onClick={() => onChange(moved(-1))} />
      <Menu
        label={t('closing.months')}
        sections={[
          {
            id: 'months',
            items: items.map(({ month: one, isClosed, done }) => ({
              id: one,
              label: nameOf(one),
              hint: isClosed ? t('closing.monthClosed') : t('closing.progress', { done }),
              isChecked: one === month,
              run: () => onChange(one),
            })),
          },
        ]}
        trigger={(props) => (
          <Button
            {...props}
            className={styles.month}
            aria-label={`${t('closing.month')}: ${nameOf(month)}`}
            disabled={items.length === 0}
          >
            {nameOf(month)}
            <ChevronDown size={15} aria-hidden />
          </Button>
        )}
      />
      <IconButton
        icon={ChevronRight}
        label={t('closing.nextMonth')}
        disabled={month >= today.slice(0, 7)}
        onClick={() => onChange(moved(1))}
      />
    </div>
  )
}

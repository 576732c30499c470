import { ReceiptText } from 'lucide-react'
import { Link } from 'wouter'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { MonthsTable } from './MonthsTable.tsx'
import styles from './margins.module.css'
import { TermsEditor } from './TermsEditor.tsx'
import type { useMarginQuestion } from './use-margins.ts'
import { type MarginItem, type MarginsBy, partCondition } from './view.ts'

type Props = {
  by: MarginsBy
  tag: { id: string; name: string }
  part: string | null
  item: MarginItem | undefined
  currency: Currency
  question: ReturnType<typeof useMarginQuestion>
  hasPrices: boolean
  mayWrite: boolean
  isOpen: boolean
  onClose: () => void
}

/** One client or product: its months, the costs behind them, and what a client pays. */
export function PartDrawer(props: Props) {
  const { by, tag, part, item, currency, question, hasPrices, mayWrite, isOpen, onClose } = props
  const { t } = useText()
  const name = part ?? t('margins.nobody')
  const { from, to, metric, vat } = question
  const link = linkOfView({
    ...plainView,
    period: { from, to },
    granularity: 'month',
    ...{ metric, vat },
    where: [[partCondition(tag.id, part)]],
  })
  return (
    <Drawer
      label={name}
      isOpen={isOpen}
      onClose={onClose}
      head={<h2 className={styles.drawerTitle}>{name}</h2>}
      actions={
        <Link href={link} className={styles.drawerLink}>
          <ReceiptText size={15} aria-hidden />
          {t('margins.openCosts')}
        </Link>
      }
    >
      <div className={styles.drawer}>
        {by === 'clients' && part !== null ? (
          <TermsEditor tagId={tag.id} part={part} currency={currency} mayWrite={mayWrite} />
        ) : null}
        {item ? (
          <section className={styles.section}>
            <h3 className={styles.sectionTitle}>{t('margins.months')}</h3>
            <MonthsTable by={by} months={item.months} currency={currency} hasPrices={hasPrices} />
          </section>
        ) : null}
      </div>
    </Drawer>
  )
}

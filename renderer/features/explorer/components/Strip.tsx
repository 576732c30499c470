import { ListFilter, Percent } from 'lucide-react'
import { useState } from 'react'
import { CostFilters } from '#renderer/app/costs/CostFilters.tsx'
import { GroupBy } from '#renderer/app/costs/GroupBy.tsx'
import { ViewPeriodControl } from '#renderer/app/costs/ViewPeriodControl.tsx'
import { WhereEditor } from '#renderer/app/costs/WhereEditor.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { costMetrics, type ViewSpec, vatModes } from '#shared/contract/costs.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { ComparisonPick } from './ComparisonPick.tsx'
import { Pick } from './Pick.tsx'
import styles from './Strip.module.css'
import { VatDialog } from './VatDialog.tsx'

type Props = {
  spec: ViewSpec
  range: DayRange
  onStep: (patch: Partial<ViewSpec>) => void
}

/** Everything that makes up the question, in the order in which it is asked. */
export function Strip({ spec, range, onStep }: Props) {
  const { t } = useText()
  const { currency } = useSession()
  const [isVatOpen, setVatOpen] = useState(false)
  return (
    <search className={styles.strip} aria-label={t('explorer.question')}>
      <div className={styles.line}>
        <ViewPeriodControl value={spec.period} onChange={(period) => onStep({ period })} />
        <GroupBy groupBy={spec.groupBy} onChange={(groupBy) => onStep({ groupBy })} />
      </div>
      <div className={styles.line}>
        <div className={styles.filter} data-many={spec.where.length > 0 ? '' : undefined}>
          <span className={styles.caption}>
            <ListFilter size={14} aria-hidden /> {t('explorer.filter')}
          </span>
          <WhereEditor where={spec.where} period={range} onChange={(where) => onStep({ where })} />
          <CostFilters spec={spec} onChange={onStep} />
        </div>
        <div className={styles.picks}>
          <Pick
            label={t('explorer.metric')}
            value={spec.metric}
            options={costMetrics.map((value) => ({ value, label: t(`costs.metric.${value}`) }))}
            isOn={spec.metric !== 'billed'}
            onChange={(metric) => onStep({ metric })}
          />
          <span className={styles.pair}>
            <Pick
              label={t('explorer.vat')}
              value={spec.vat}
              options={vatModes.map((value) => ({ value, label: t(`costs.vat.${value}`) }))}
              isOn={spec.vat !== 'asBilled'}
              onChange={(vat) => onStep({ vat })}
            />
            <IconButton
              icon={Percent}
              size="sm"
              label={t('explorer.vatAccounts')}
              aria-haspopup="dialog"
              onClick={() => setVatOpen(true)}
            />
          </span>
          <Pick
            label={t('explorer.currency')}
            value={spec.currency ?? ''}
            options={[
              { value: '', label: t('explorer.currencyOwn') },
              ...[...new Set([currency, ...(spec.currency === null ? [] : [spec.currency])])].map(
                (value) => ({
                  value,
                  label: t('explorer.currencyIn', { currency: value }),
                }),
              ),
            ]}
            isOn={spec.currency !== null}
            onChange={(value) => onStep({ currency: isCurrency(value) ? value : null })}
          />
          <ComparisonPick spec={spec} onChange={onStep} />
        </div>
      </div>
      <VatDialog isOpen={isVatOpen} onClose={() => setVatOpen(false)} />
    </search>
  )
}

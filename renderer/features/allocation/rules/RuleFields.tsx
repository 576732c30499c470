import { WhereEditor } from '#renderer/app/costs/WhereEditor.tsx'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Period } from '#shared/contract/values.ts'
import type { DraftRule } from './draft.ts'
import { OutcomeFields } from './OutcomeFields.tsx'
import styles from './rules.module.css'

type Props = {
  rule: DraftRule
  values: readonly string[]
  selfId: string | null
  period: Period
  mayWrite: boolean
  onPatch: (patch: Partial<DraftRule>) => void
}

/** What a rule is made of: when it applies, where the costs go, and its limits. */
export function RuleFields({ rule, values, selfId, period, mayWrite, onPatch }: Props) {
  const { t, language } = useText()
  const { cost, from, to } = rule
  const isLimited = cost.from !== '' || cost.to !== '' || from !== '' || to !== ''
  return (
    <fieldset className={styles.fields} disabled={!mayWrite}>
      <div className={styles.section}>
        <h3 className={styles.caption}>{t('allocation.conditions')}</h3>
        <WhereEditor where={rule.where} period={period} onChange={(where) => onPatch({ where })} />
      </div>
      <div className={styles.section}>
        <h3 className={styles.caption}>{t('allocation.whatHappens')}</h3>
        <OutcomeFields
          outcome={rule.outcome}
          values={values}
          selfId={selfId}
          onChange={(outcome) => onPatch({ outcome })}
        />
      </div>
      <Disclosure
        label={t('allocation.limits')}
        note={t('allocation.limitsNote')}
        isNeeded={isLimited || rule.name !== ''}
      >
        <div className={styles.limits}>
          <fieldset className={styles.trio}>
            <legend className={styles.caption}>{t('allocation.costRange')}</legend>
            <TextField
              label={t('allocation.costFrom')}
              inputMode="decimal"
              maxLength={24}
              value={cost.from}
              onChange={(text) => onPatch({ cost: { ...cost, from: text } })}
            />
            <TextField
              label={t('allocation.costTo')}
              inputMode="decimal"
              maxLength={24}
              value={cost.to}
              onChange={(text) => onPatch({ cost: { ...cost, to: text } })}
            />
            <Select
              label={t('allocation.costCurrency')}
              value={cost.currency}
              options={listCurrencies(language)}
              onChange={(currency) => onPatch({ cost: { ...cost, currency } })}
            />
          </fieldset>
          <div className={styles.trio}>
            <TextField
              label={t('allocation.dayFrom')}
              type="date"
              value={from}
              onChange={(day) => onPatch({ from: day })}
            />
            <TextField
              label={t('allocation.dayTo')}
              type="date"
              value={to}
              onChange={(day) => onPatch({ to: day })}
            />
          </div>
          <TextField
            label={t('allocation.ruleName')}
            hint={t('allocation.ruleNameHint')}
            maxLength={120}
            value={rule.name}
            onChange={(name) => onPatch({ name })}
          />
        </div>
      </Disclosure>
    </fieldset>
  )
}

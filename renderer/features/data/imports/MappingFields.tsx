import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type DateOrder, dateOrders, type MappingSpec, type MappingTarget } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { providers } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { providerName } from '#shared/texts/providers.ts'
import { exampleOf, isNeeded, splitTargets, targetsByColumn, withColumn } from '../mapping.ts'
import { decimalWords } from '../view.ts'
import { AccountField } from './AccountField.tsx'
import styles from './imports.module.css'

type Props = {
  spec: MappingSpec
  sample: CallOutput<'imports.getSample'>
  onChange: (spec: MappingSpec) => void
}

/** For each field of a charge the column that holds it; what no column holds may be one value for the file. */
export function MappingFields({ spec, sample, onChange }: Props) {
  const { t, language } = useText()
  const { shown, rest } = splitTargets(sample.proposal)
  const used = targetsByColumn(spec)
  const free = [...new Set(sample.header)].filter((column) => column !== '' && !used.has(column))
  const auto = { value: '' as const, label: t('imports.q.auto') }
  const field = (target: MappingTarget) => (
    <TargetField key={target} target={target} spec={spec} sample={sample} onChange={onChange} />
  )
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <div className={styles.field}>
          <Select
            label={t('imports.wizard.provider')}
            value={spec.provider}
            options={providers.map((value) => ({ value, label: providerName(value, language) }))}
            onChange={(provider) => onChange({ ...spec, provider })}
          />
        </div>
        {shown.map(field)}
        <div className={styles.field}>
          <Select<DateOrder | ''>
            label={t('imports.reading.dateOrder')}
            value={spec.dateOrder ?? ''}
            options={[
              auto,
              ...dateOrders.map((value) => ({ value, label: t(`imports.dateOrder.${value}`) })),
            ]}
            onChange={(value) => onChange({ ...spec, dateOrder: value === '' ? null : value })}
          />
        </div>
        <div className={styles.field}>
          <Select<'.' | ',' | ''>
            label={t('imports.reading.decimal')}
            value={spec.decimal ?? ''}
            options={[
              auto,
              ...(['.', ','] as const).map((value) => ({ value, label: decimalWords(value, t) })),
            ]}
            onChange={(value) => onChange({ ...spec, decimal: value === '' ? null : value })}
          />
        </div>
      </div>
      {rest.length > 0 ? (
        <Disclosure label={t('imports.wizard.more')}>
          <div className={styles.fields}>{rest.map(field)}</div>
        </Disclosure>
      ) : null}
      {free.length > 0 || spec.tags.length > 0 ? (
        <Disclosure label={t('imports.wizard.tags')} note={spec.tags.join(', ')}>
          <p className={styles.soft}>{t('imports.wizard.tagsHint')}</p>
          <div className={styles.tags}>
            {free.map((column) => (
              <Checkbox
                key={column}
                label={column}
                value={spec.tags.includes(column)}
                onChange={(isOn) =>
                  onChange({
                    ...spec,
                    tags: isOn ? [...spec.tags, column] : spec.tags.filter((tag) => tag !== column),
                  })
                }
              />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  )
}

function TargetField({ target, spec, sample, onChange }: Props & { target: MappingTarget }) {
  const { t, language } = useText()
  const column = spec.columns[target]
  const example = exampleOf(sample, column)
  const columns = [...new Set(sample.header)].filter((name) => name !== '')
  const label = t(`imports.target.${target}`)
  const isFixable = target === 'currency' || target === 'account'
  return (
    <div className={styles.field}>
      <Select
        label={isNeeded(target) ? `${label} *` : label}
        value={column ?? ''}
        options={[
          { value: '', label: t(isFixable ? 'imports.wizard.fixed' : 'imports.wizard.none') },
          ...columns.map((name) => ({ value: name, label: name })),
        ]}
        hint={example === null ? undefined : t('imports.wizard.exampleOf', { value: example })}
        onChange={(name) => onChange(withColumn(spec, target, name === '' ? null : name))}
      />
      {column === undefined && target === 'currency' ? (
        <Select<Currency | ''>
          label={t('imports.wizard.currency')}
          isLabelHidden
          value={spec.currency ?? ''}
          options={[{ value: '', label: t('imports.pick'), isDisabled: true }, ...listCurrencies(language)]}
          onChange={(currency) => onChange({ ...spec, currency: currency === '' ? null : currency })}
        />
      ) : null}
      {column === undefined && target === 'account' ? (
        <AccountField
          label={t('imports.wizard.account')}
          isLabelHidden
          value={spec.account ?? ''}
          onChange={(account) => onChange({ ...spec, account })}
        />
      ) : null}
    </div>
  )
}

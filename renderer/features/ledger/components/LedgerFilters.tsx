import { Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { providers } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import { type LedgerUrl, nothingChosen } from '../url.ts'
import styles from './LedgerFilters.module.css'
import { OneChip } from './OneChip.tsx'
import { ValueFilter } from './ValueFilter.tsx'

type Props = {
  url: LedgerUrl
  isFiltered: boolean
  end: ReactNode
  onChange: (patch: Partial<LedgerUrl>) => void
}

/** What the lines are cut down by; values are looked for in the ledger as one types. */
export function LedgerFilters({ url, isFiltered, end, onChange }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const connections = useCall('connections.list', { hasArchived: true })
  const imported = useCall('imports.get', { id: Math.max(1, url.import) }, { enabled: url.import > 0 })
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        <div className={styles.search}>
          <TextField
            type="search"
            label={t('ledger.searchLabel')}
            isLabelHidden
            icon={Search}
            placeholder={t('ledger.search')}
            maxLength={200}
            value={url.search}
            onChange={(search) => onChange({ search })}
          />
        </div>
        <span className={styles.grow} />
        {end}
      </div>
      <div className={styles.line}>
        <Combobox
          label={t('ledger.by.account')}
          value={url.account}
          options={(connections.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(account) => onChange({ account })}
        />
        <Combobox
          label={t('ledger.by.provider')}
          value={url.provider}
          options={providers.map((value) => ({ value, label: providerName(value, language) }))}
          onChange={(value) => onChange({ provider: providers.find((each) => each === value) ?? null })}
        />
        <ValueFilter
          column="service"
          label={t('ledger.by.service')}
          value={url.service}
          onChange={(service) => onChange({ service })}
        />
        <ValueFilter
          column="subAccount"
          label={t('ledger.by.sub')}
          value={url.sub}
          onChange={(sub) => onChange({ sub })}
        />
        <ValueFilter
          column="region"
          label={t('ledger.by.region')}
          value={url.region}
          onChange={(region) => onChange({ region })}
        />
        <ValueFilter
          column="chargeCategory"
          label={t('ledger.by.category')}
          value={url.category}
          onChange={(category) => onChange({ category })}
        />
        <ValueFilter
          column="tagKey"
          label={t('ledger.by.tagKey')}
          value={url.tagKey}
          onChange={(tagKey) => onChange({ tagKey, tag: null })}
        />
        {url.tagKey === null ? null : (
          <ValueFilter
            column="tag"
            tagKey={url.tagKey}
            label={t('ledger.by.tag')}
            value={url.tag}
            onChange={(tag) => onChange({ tag })}
          />
        )}
        {url.resource === null ? null : (
          <OneChip
            label={t('ledger.by.resource')}
            value={url.resource}
            onClear={() => onChange({ resource: null })}
          />
        )}
        {url.import === 0 ? null : (
          <OneChip
            label={t('ledger.by.import')}
            value={imported.data?.item.fileName ?? format.number(url.import)}
            onClear={() => onChange({ import: 0 })}
          />
        )}
        {isFiltered ? (
          <Button size="sm" variant="ghost" icon={X} onClick={() => onChange(nothingChosen)}>
            {t('ledger.reset')}
          </Button>
        ) : null}
      </div>
    </search>
  )
}

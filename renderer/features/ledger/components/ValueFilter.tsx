import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import type { CallInput } from '#shared/contract/index.ts'
import { valueLabel } from '../value-label.ts'

type Column = CallInput<'ledger.listValues'>['column']

type Props = {
  column: Column
  tagKey?: string
  label: string
  value: string | null
  onChange: (value: string | null) => void
}

const MOST = 100

/** A filter whose values the ledger is asked for while its list is open. */
export function ValueFilter({ column, tagKey, label, value, onChange }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const { data } = useCall(
    'ledger.listValues',
    {
      column,
      ...(tagKey === undefined ? {} : { tagKey }),
      search: (typed ?? '').trim().slice(0, 200),
      limit: MOST,
    },
    { enabled: typed !== null },
  )
  return (
    <Combobox
      label={label}
      value={value}
      valueLabel={
        value === null
          ? undefined
          : (data?.items.find((item) => item.value === value)?.label ?? valueLabel(column, value, t))
      }
      options={(data?.items ?? []).map((item) => ({
        value: item.value,
        label: valueLabel(column, item.label, t),
      }))}
      onChange={onChange}
      onSearch={setTyped}
    />
  )
}

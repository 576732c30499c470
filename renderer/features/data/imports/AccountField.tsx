import { type ReactNode, useId } from 'react'
import { useCall } from '#renderer/transport/use-call.ts'
import { TextField } from '#renderer/ui/TextField.tsx'

type Props = {
  label: string
  isLabelHidden?: boolean
  hint?: ReactNode
  value: string
  onChange: (value: string) => void
}

/** Whose bill it is. Accounts that are known already are offered: the file then joins theirs and makes no new one. */
export function AccountField({ label, isLabelHidden = false, hint, value, onChange }: Props) {
  const id = useId()
  const { data } = useCall('connections.list', {})
  return (
    <>
      <TextField
        label={label}
        isLabelHidden={isLabelHidden}
        hint={hint}
        placeholder={isLabelHidden ? label : undefined}
        list={id}
        value={value}
        maxLength={200}
        onChange={onChange}
      />
      <datalist id={id}>
        {(data?.items ?? []).map((item) => (
          <option key={item.id} value={item.accountRef}>
            {item.name}
          </option>
        ))}
      </datalist>
    </>
  )
}

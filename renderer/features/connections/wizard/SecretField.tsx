import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField, type TextFieldProps } from '#renderer/ui/TextField.tsx'

type Props = Omit<TextFieldProps, 'type' | 'end' | 'icon' | 'autoComplete'> & { label: string }

/** Hidden unless asked for. No browser is to fill it in, nor to offer to remember it. */
export function SecretField({ label, ...rest }: Props) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...rest}
      label={label}
      type={isShown ? 'text' : 'password'}
      autoComplete="new-password"
      maxLength={8000}
      end={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          size="sm"
          label={`${t(isShown ? 'connect.hide' : 'connect.show')}: ${label}`}
          hasTooltip={false}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}

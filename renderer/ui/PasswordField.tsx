import { Eye, EyeOff } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from './IconButton.tsx'
import { TextField, type TextFieldProps } from './TextField.tsx'

type Props = Omit<TextFieldProps, 'type' | 'end' | 'icon' | 'onKeyUp' | 'onKeyDown'> & {
  autoComplete: 'current-password' | 'new-password'
}

/** Shows what is typed when asked to, and says when Caps Lock is on. */
export function PasswordField({ hint, ...rest }: Props) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  const [hasCaps, setCaps] = useState(false)
  const watchCaps = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'))
  return (
    <TextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      maxLength={200}
      onKeyDown={watchCaps}
      onKeyUp={watchCaps}
      hint={
        hasCaps ? (
          <>
            <span role="status">{t('people.capsLock')}</span> {hint}
          </>
        ) : (
          hint
        )
      }
      end={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          size="sm"
          label={t(isShown ? 'people.hidePassword' : 'people.showPassword')}
          hasTooltip={false}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}

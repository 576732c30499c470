import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isStronger, type Role, roles } from '#shared/contract/permissions.ts'
import { isDay } from '#shared/lib/day.ts'
import styles from './Section.module.css'

type Props = { onMade: (made: { name: string; token: string }) => void; onCancel: () => void }

export function TokenForm({ onMade, onCancel }: Props) {
  const { t } = useText()
  const { role: own, today } = useSession()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [until, setUntil] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useCommand('tokens.add')
  const isNameless = name.trim() === ''
  const expiresOn = isDay(until) ? until : null
  const isOver = expiresOn !== null && expiresOn < today
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || isNameless || isOver) return
    mutate({ name, role, expiresOn }, { onSuccess: ({ token }) => onMade({ name: name.trim(), token }) })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('tokens.name')}
        value={name}
        onChange={setName}
        hint={t('tokens.nameHint')}
        error={isTried && isNameless ? t('tokens.nameEmpty') : undefined}
        maxLength={120}
        data-focus-first
      />
      <Select
        label={t('tokens.role')}
        value={role}
        options={roles
          .filter((one) => !isStronger(one, own))
          .map((value) => ({ value, label: t(`tokens.role.${value}`) }))}
        onChange={setRole}
        hint={t(`tokens.roleHint.${role}`)}
      />
      <TextField
        type="date"
        label={t('tokens.expires')}
        value={until}
        min={today}
        onChange={setUntil}
        hint={t('tokens.expiresHint')}
        error={isTried && isOver ? t('tokens.expiresPast') : undefined}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('tokens.add')}
        </Button>
      </div>
    </form>
  )
}

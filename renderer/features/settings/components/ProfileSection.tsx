import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import styles from './Section.module.css'

export function ProfileSection() {
  const { t } = useText()
  const session = useSession()
  const tell = useTell()
  const [name, setName] = useState(session.userName)
  const [wasTried, setTried] = useState(false)
  const { mutate, isPending } = useCommand('people.updateProfile')
  const isEmpty = name.trim() === ''
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || isEmpty) return
    mutate({ userName: name }, { onSuccess: () => tell.done(t('common.saved')), onError: tell.failed })
  }
  return (
    <>
      <Card
        title={t('settings.section.profile')}
        subtitle={t('settings.profileText')}
        actions={<Badge>{t(`shell.role.${session.role}`)}</Badge>}
      >
        <form className={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t('settings.name')}
            value={name}
            onChange={setName}
            maxLength={120}
            autoComplete="name"
            error={wasTried && isEmpty ? t('settings.needName') : undefined}
          />
          <div className={styles.actions}>
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              disabled={name.trim() === session.userName}
            >
              {t('common.save')}
            </Button>
          </div>
        </form>
      </Card>
      <PasswordCard />
    </>
  )
}

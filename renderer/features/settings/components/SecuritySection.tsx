import { Lock } from 'lucide-react'
import { useChangeSettings } from '#renderer/app/use-change-settings.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import styles from './Section.module.css'
import { TokensCard } from './TokensCard.tsx'

const minutes = { '0': 0, '5': 5, '15': 15, '30': 30, '60': 60 } as const
type Choice = keyof typeof minutes
const choices: readonly Choice[] = ['5', '15', '30', '60', '0']

export function SecuritySection() {
  const { t } = useText()
  const { settings, hasPassword, role } = useSession()
  const change = useChangeSettings()
  const tell = useTell()
  const lock = useCommand('people.lock')
  const tokens = isGranted(role, 'settings.write') ? <TokensCard /> : null
  if (!hasPassword) {
    return (
      <>
        <Card title={t('settings.section.security')}>
          <p className={styles.muted}>{t('settings.demoHasNoPassword')}</p>
        </Card>
        {tokens}
      </>
    )
  }
  return (
    <>
      <Card title={t('settings.section.security')} subtitle={t('settings.securityText')}>
        <div className={styles.form}>
          <Select
            label={t('settings.idle')}
            value={`${settings.idleMinutes}`}
            options={choices.map((value) => ({ value, label: t(`settings.idle.${value}`) }))}
            onChange={(value) => change({ idleMinutes: minutes[value] })}
          />
          <div className={styles.actions}>
            <Button
              icon={Lock}
              isPending={lock.isPending}
              onClick={() => lock.mutate({}, { onError: tell.failed })}
            >
              {t('settings.lockNow')}
            </Button>
          </div>
        </div>
      </Card>
      {tokens}
    </>
  )
}

import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { Callout } from '#renderer/app/vault/Callout.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import type { NetworkView } from '#shared/contract/network.ts'
import styles from './Section.module.css'

type Props = Pick<NetworkView, 'offline' | 'policyFile'> & { mayChange: boolean }

/** The switch that keeps the program off the network; an administrator's file stands above it and says where it is. */
export function OfflineCard({ offline, policyFile, mayChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate } = useCommand('network.update')
  /** What was pressed stands until it is so, or was refused. */
  const [wanted, setWanted] = useState<boolean | null>(null)
  const isOn = offline !== 'no'
  if (wanted === isOn) setWanted(null)
  const turn = (isOffline: boolean): void => {
    setWanted(isOffline)
    mutate(
      { isOffline },
      {
        onSuccess: () => tell.done(t(isOffline ? 'network.nowOffline' : 'network.nowOnline')),
        onError: (refusal) => {
          setWanted(null)
          tell.failed(refusal)
        },
      },
    )
  }
  return (
    <Card title={t('network.offline')} subtitle={t('network.offlineText')}>
      <div className={styles.stack}>
        <Checkbox
          label={t('network.stayOffline')}
          value={wanted ?? isOn}
          onChange={turn}
          isDisabled={!mayChange || offline === 'policy'}
        />
        {policyFile ? (
          <Callout
            tone={policyFile.isBroken ? 'warn' : 'info'}
            title={t(policyFile.isBroken ? 'network.policyBroken' : 'network.policySays')}
          >
            <p>{t(policyFile.isBroken ? 'network.policyBrokenText' : 'network.policySaysText')}</p>
            <code>{policyFile.path}</code>
          </Callout>
        ) : null}
        {mayChange || policyFile ? null : <p className={styles.muted}>{t('network.adminOnly')}</p>}
      </div>
    </Card>
  )
}

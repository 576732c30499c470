import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { Callout } from '#renderer/app/vault/Callout.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import styles from './Packages.module.css'
import section from './Section.module.css'

type Seen = CallOutput<'transfer.open'>
type Props = { seen: Seen; token: string; passphrase: string; onClose: () => void }

const TONES: Record<Seen['months'][number]['state'], Tone> = {
  new: 'ok',
  replaces: 'warn',
  same: 'neutral',
  older: 'neutral',
}
const isUseful = ({ state }: Seen['months'][number]): boolean => state === 'new' || state === 'replaces'

/** Whose parcel it is, what it holds and what of that is here already. */
export function TransferPreview({ seen, token, passphrase, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('transfer.merge')
  const [chosen, setChosen] = useState(() => seen.months.filter(isUseful).map(({ month }) => month))
  const [isCompared, setCompared] = useState(seen.sender === 'known')
  const turn = (month: string, isOn: boolean): void =>
    setChosen((now) => (isOn ? [...now, month] : now.filter((one) => one !== month)))
  const merge = (): void =>
    mutate(
      { token, passphrase, months: chosen, isSenderChecked: isCompared },
      {
        onSuccess: ({ added, replaced, lines }) => {
          onClose()
          tell.done(
            added + replaced > 0
              ? t('transfer.merged', { count: lines, lines: format.number(lines) })
              : t('transfer.nothingNew'),
          )
        },
      },
    )
  return (
    <div className={section.fields}>
      <p>
        {t('transfer.sentBy', {
          organisation: seen.organisation,
          when: format.instant(seen.madeAtMs),
        })}
      </p>
      {seen.sender === 'known' ? null : (
        <Callout
          tone={seen.sender === 'changed' ? 'warn' : 'info'}
          title={t(`transfer.sender.${seen.sender}`)}
        >
          <p>{t(`transfer.senderText.${seen.sender}`)}</p>
          <code className={styles.fingerprint}>{seen.fingerprint}</code>
        </Callout>
      )}
      <Table label={t('transfer.months')} maxHeight={300}>
        <thead>
          <tr>
            <Th>{t('transfer.month')}</Th>
            <Th align="end">{t('transfer.lines')}</Th>
            <Th align="end">{t('transfer.billed')}</Th>
            <Th>{t('transfer.state')}</Th>
          </tr>
        </thead>
        <tbody>
          {seen.months.map((one) => (
            <tr key={one.month}>
              <Td>
                <Checkbox
                  label={format.month(`${one.month}-01` as Day)}
                  value={chosen.includes(one.month)}
                  isDisabled={!isUseful(one)}
                  onChange={(isOn) => turn(one.month, isOn)}
                />
              </Td>
              <Td align="end">{format.number(one.lines)}</Td>
              <Td align="end">
                {one.billed.map((money) => (
                  <p key={money.currency}>
                    <Amount money={money} />
                  </p>
                ))}
              </Td>
              <Td>
                <Badge tone={TONES[one.state]}>{t(`transfer.state.${one.state}`)}</Badge>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div>
        <p className={styles.legend}>{t('transfer.accounts')}</p>
        <ul>
          {seen.accounts.map(({ key, name, connectionName }) => (
            <li key={key} className={styles.soft}>
              {name} —{' '}
              {connectionName === null
                ? t('transfer.newAccount')
                : t('transfer.toAccount', { name: connectionName })}
            </li>
          ))}
        </ul>
      </div>
      <p className={section.muted}>{t('transfer.what')}</p>
      {seen.sender === 'known' ? null : (
        <Checkbox label={t('transfer.compared')} value={isCompared} onChange={setCompared} />
      )}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={section.actions}>
        <Button
          variant="primary"
          isPending={isPending}
          disabled={chosen.length === 0 || !isCompared}
          onClick={merge}
        >
          {t('transfer.merge')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { Sums } from '../components/Sums.tsx'
import styles from './policies.module.css'
import { ShareBar } from './ShareBar.tsx'
import type { PolicyReport } from './view.ts'

type Props = { owners: PolicyReport['owners']; onShow: (owner: string | null) => void }

/** Who keeps the policies, and how much money stands behind it. */
export function OwnersCard({ owners, onShow }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Card title={t('tagPolicies.owners')} subtitle={t('tagPolicies.ownersText')} padding="none">
      <Table label={t('tagPolicies.ownersTable')} maxHeight={380}>
        <thead>
          <tr>
            <Th>{t('tagPolicies.owner')}</Th>
            <Th align="end">{t('tagPolicies.resources')}</Th>
            <Th width="24%">{t('tagPolicies.good')}</Th>
            <Th align="end">{t('tagPolicies.goodCost')}</Th>
          </tr>
        </thead>
        <tbody>
          {owners.map(({ owner, resources, good, costs }) => {
            const name = owner ?? t('tagPolicies.nobody')
            return (
              <tr key={owner ?? ''}>
                <Td tone={owner === null ? 'muted' : undefined}>
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={t('tagPolicies.ownerShow', { owner: name })}
                    onClick={() => onShow(owner)}
                  >
                    {name}
                  </button>
                </Td>
                <Td align="end">{format.number(resources)}</Td>
                <Td>
                  <ShareBar label={t('tagPolicies.good')} part={good} whole={resources} />
                </Td>
                <Td align="end">
                  {costs.length === 0
                    ? '—'
                    : costs.map(({ currency, amount, good: kept }) => (
                        <div key={currency}>
                          <Sums costs={[{ currency, amount: kept }]} />{' '}
                          <span className={styles.soft}>
                            / <Sums costs={[{ currency, amount }]} />
                          </span>
                        </div>
                      ))}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Card>
  )
}

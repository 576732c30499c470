import { Ellipsis, ListFilter, PencilLine, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { valueLabel } from '#renderer/app/costs/value-label.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { providerName } from '#shared/texts/providers.ts'
import styles from './policies.module.css'
import { RemovePolicyDialog } from './RemovePolicyDialog.tsx'
import { ShareBar } from './ShareBar.tsx'
import type { PolicyReport, PolicyView } from './view.ts'

type Props = {
  policies: readonly PolicyView[]
  report: PolicyReport | null
  mayWrite: boolean
  onAdd: () => void
  onEdit: (policy: PolicyView) => void
  onShow: (policyId: string) => void
}

/** What is asked for, and how far it is kept. */
export function PoliciesCard({ policies, report, mayWrite, onAdd, onEdit, onShow }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const [removing, setRemoving] = useState<PolicyView | null>(null)
  const ruleOf = ({ isRequired, allowedValues }: PolicyView): string =>
    [
      t(isRequired ? 'tagPolicies.required' : 'tagPolicies.optional'),
      allowedValues === null
        ? t('tagPolicies.anyValue')
        : t('tagPolicies.values', { count: allowedValues.length }),
    ].join(', ')
  const scopeOf = ({ providers, types }: PolicyView): string =>
    providers.length + types.length === 0
      ? t('tagPolicies.everywhere')
      : [
          ...providers.map((code) => providerName(code, language)),
          ...types.map((type) => valueLabel('resourceType', type, null, t, language)),
        ].join(', ')
  const actionsOf = (policy: PolicyView) => [
    {
      id: 'all',
      items: [
        {
          id: 'show',
          label: t('tagPolicies.show'),
          icon: ListFilter,
          run: () => onShow(policy.id),
        },
        ...(mayWrite
          ? [
              {
                id: 'edit',
                label: t('tagPolicies.edit'),
                icon: PencilLine,
                run: () => onEdit(policy),
              },
              {
                id: 'remove',
                label: t('tagPolicies.remove'),
                icon: Trash2,
                isDanger: true,
                run: () => setRemoving(policy),
              },
            ]
          : []),
      ],
    },
  ]
  return (
    <Card
      title={t('tagPolicies.policies')}
      padding="none"
      actions={
        mayWrite ? (
          <Button icon={Plus} size="sm" onClick={onAdd}>
            {t('tagPolicies.add')}
          </Button>
        ) : null
      }
    >
      {report ? <Summary report={report} /> : null}
      <Table label={t('tagPolicies.policiesTable')}>
        <thead>
          <tr>
            <Th>{t('tagPolicies.key')}</Th>
            <Th>{t('tagPolicies.rule')}</Th>
            <Th align="end">{t('tagPolicies.resources')}</Th>
            <Th align="end">{t('tagPolicies.missing')}</Th>
            <Th align="end">{t('tagPolicies.wrong')}</Th>
            <Th width="16%">{t('tagPolicies.coverage')}</Th>
            <Th align="end">{t('tagPolicies.costs')}</Th>
            <Th align="end">
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {policies.map((policy) => {
            const row = report?.policies.find(({ policyId }) => policyId === policy.id)
            return (
              <tr key={policy.id}>
                <Td tone="strong">
                  <button type="button" className={styles.link} onClick={() => onShow(policy.id)}>
                    {policy.tagKey}
                  </button>
                </Td>
                <Td className={styles.asked}>
                  {ruleOf(policy)}
                  <div className={styles.soft}>{scopeOf(policy)}</div>
                </Td>
                <Td align="end">{row ? format.number(row.resources) : '—'}</Td>
                <Td align="end">{row ? format.number(row.missing) : '—'}</Td>
                <Td align="end">{row ? format.number(row.wrong) : '—'}</Td>
                <Td>
                  {row ? (
                    <ShareBar label={t('tagPolicies.coverage')} part={row.good} whole={row.resources} />
                  ) : (
                    '—'
                  )}
                </Td>
                <Td align="end">{row?.costRatio ? format.percent(row.costRatio, { digits: 0 }) : '—'}</Td>
                <Td align="end">
                  <Menu
                    label={t('tagPolicies.actions', { key: policy.tagKey })}
                    sections={actionsOf(policy)}
                    trigger={(trigger) => (
                      <IconButton
                        {...trigger}
                        icon={Ellipsis}
                        size="sm"
                        label={t('tagPolicies.actions', { key: policy.tagKey })}
                      />
                    )}
                  />
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <RemovePolicyDialog policy={removing} onClose={() => setRemoving(null)} />
    </Card>
  )
}

function Summary({ report: { resources, violating } }: { report: PolicyReport }) {
  const { t } = useText()
  const format = useFormat()
  const good = resources - violating
  const words =
    resources === 0
      ? t('tagPolicies.summaryNone')
      : t('tagPolicies.summaryGood', {
          percent: format.percent(good / resources, { digits: 0 }),
          count: good,
          total: resources,
        })
  return (
    <div className={styles.summary}>
      <p className={styles.figure}>{words}</p>
      {resources === 0 ? null : (
        <ProgressBar
          label={t('tagPolicies.summary')}
          ratio={good / resources}
          tone={good / resources >= 0.9 ? 'ok' : 'brand'}
          valueText={words}
        />
      )}
    </div>
  )
}

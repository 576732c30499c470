import { attributeLabel, fieldValue } from '#renderer/i18n/resource-fields.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { overrideFields } from '#shared/contract/resources.ts'
import { providerName } from '#shared/texts/providers.ts'
import { Block } from './Block.tsx'
import type { ResourceDetails } from './DrawerTabs.tsx'
import { Facts } from './Facts.tsx'
import { NotesBlock } from './NotesBlock.tsx'
import { OverrideField } from './OverrideField.tsx'
import styles from './OverviewTab.module.css'
import { PartsTable } from './PartsTable.tsx'

export function OverviewTab({ data }: { data: ResourceDetails }) {
  const { t, language } = useText()
  const format = useFormat()
  const { resource, price } = data
  const fact = (id: string, name: string, value: string | null) =>
    value === null || value === '' ? [] : [{ id, name, value }]
  const figure = (value: number | null): string | null => (value === null ? null : format.number(value))
  const sizes = [
    { name: 'vcpu', value: figure(resource.vcpu) },
    { name: 'ramGb', value: figure(resource.ramGb) },
    { name: 'diskGb', value: figure(resource.diskGb) },
    { name: 'address', value: resource.address },
  ]
  const at = (ms: number): string => format.instant(ms)
  return (
    <>
      <div className={styles.costs}>
        <div>
          <p className={styles.label}>{t('resources.col.dailyCost')}</p>
          <p className={styles.daily}>{resource.dailyCost ? <Amount money={resource.dailyCost} /> : '—'}</p>
        </div>
        <div>
          <p className={styles.label}>{t('resources.col.monthlyCost')}</p>
          <p className={styles.figure}>
            {resource.monthlyCost ? <Amount money={resource.monthlyCost} /> : '—'}
          </p>
        </div>
        <div>
          <p className={styles.label}>{t('resources.col.spend')}</p>
          <p className={styles.figure}>{resource.spend ? <Amount money={resource.spend} /> : '—'}</p>
        </div>
        <div>
          <p className={styles.label}>{t('resources.price')}</p>
          <p className={styles.figure}>
            {price ? t(`resources.pricePer.${price.period}`, { amount: format.money(price.amount) }) : '—'}
          </p>
        </div>
      </div>
      <Block title={t('resources.ours')} note={t('resources.oursNote')}>
        <div className={styles.overrides}>
          {overrideFields.map((field) => (
            <OverrideField key={field} field={field} data={data} />
          ))}
        </div>
      </Block>
      <Block title={t('resources.details')}>
        <Facts
          facts={[
            ...fact('externalId', t('resources.col.externalId'), resource.externalId),
            ...fact('provider', t('resources.by.provider'), providerName(resource.provider, language)),
            ...fact('connection', t('resources.by.connection'), resource.connectionName),
            ...fact('service', t('resources.by.service'), resource.service),
            ...fact(
              'region',
              t('resources.by.region'),
              [resource.region, data.zone].filter(Boolean).join(', '),
            ),
            ...fact('seen', t('resources.firstSeen'), at(resource.firstSeenAtMs)),
            ...fact('gone', t('resources.goneAt'), data.goneAtMs === null ? null : at(data.goneAtMs)),
            ...fact(
              'renews',
              t('resources.col.renewsOn'),
              resource.renewsOn === null ? null : format.day(resource.renewsOn),
            ),
            ...sizes.flatMap(({ name, value }) => fact(name, attributeLabel(name, t), value)),
            ...data.attributes.flatMap(({ name, value }) =>
              fact(
                `attribute.${name}`,
                attributeLabel(name, t),
                fieldValue(`attributes.${name}`, value, t, format),
              ),
            ),
          ]}
        />
      </Block>
      {data.parts.length === 0 ? null : (
        <Block title={t('resources.parts')} note={t('resources.partsNote')}>
          <PartsTable parts={data.parts} />
        </Block>
      )}
      <NotesBlock data={data} />
    </>
  )
}

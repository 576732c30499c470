import { Link } from 'wouter'
import { valueLabel } from '#renderer/app/costs/value-label.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import styles from './policies.module.css'
import { isOtherKey, keyOf, remedyOf, type ViolationView } from './view.ts'

type Props = {
  items: readonly ViolationView[]
  ticks: ReadonlySet<string>
  mayWrite: boolean
  isBusy: boolean
  onTicks: (ticks: ReadonlySet<string>) => void
  onFix: (item: ViolationView) => void
  onChoose: (item: ViolationView) => void
}

export function ViolationsTable({ items, ticks, mayWrite, isBusy, onTicks, onFix, onChoose }: Props) {
  const { t, language } = useText()
  const ticked = items.filter((item) => ticks.has(keyOf(item))).length
  const saysOf = (item: ViolationView): string =>
    t(`tagPolicies.says.${isOtherKey(item) ? 'key' : item.kind}`, {
      key: item.tagKey,
      value: item.value ?? '',
    })
  return (
    <Table label={t('tagPolicies.violationsTable')} isBusy={isBusy}>
      <thead>
        <tr>
          {mayWrite ? (
            <Th width={44}>
              <Checkbox
                label={t('tagPolicies.selectAll')}
                isLabelHidden
                value={ticked === 0 ? false : ticked === items.length ? true : 'mixed'}
                onChange={(isOn) => onTicks(new Set(isOn ? items.map(keyOf) : []))}
              />
            </Th>
          ) : null}
          <Th>{t('tagPolicies.resource')}</Th>
          <Th>{t('tagPolicies.owner')}</Th>
          <Th>{t('tagPolicies.problem')}</Th>
          {mayWrite ? <Th align="end">{t('tagPolicies.fix')}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const remedy = remedyOf(item)
          const { name, tagKey } = item
          return (
            <tr key={keyOf(item)}>
              {mayWrite ? (
                <Td>
                  <Checkbox
                    label={t('tagPolicies.select', { name, key: tagKey })}
                    isLabelHidden
                    value={ticks.has(keyOf(item))}
                    onChange={(isOn) => {
                      const next = new Set(ticks)
                      if (isOn) next.add(keyOf(item))
                      else next.delete(keyOf(item))
                      onTicks(next)
                    }}
                  />
                </Td>
              ) : null}
              <Td>
                <Link href={`/resources?open=${item.resourceId}&tab=tags`} className={styles.link}>
                  {name}
                </Link>
                <div className={styles.soft}>
                  {valueLabel('resourceType', item.type, null, t, language)} · {item.connectionName}
                </div>
              </Td>
              <Td tone={item.owner === null ? 'muted' : undefined}>
                {item.owner ?? t('tagPolicies.nobody')}
              </Td>
              <Td>{saysOf(item)}</Td>
              {mayWrite ? (
                <Td align="end">
                  {remedy === null ? (
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={t('tagPolicies.chooseOf', { key: tagKey, name })}
                      onClick={() => onChoose(item)}
                    >
                      {t('tagPolicies.choose')}
                    </Button>
                  ) : (
                    <Button
                      size="sm"
                      aria-label={t('tagPolicies.setOf', { value: remedy, name })}
                      onClick={() => onFix(item)}
                    >
                      {t('tagPolicies.set', { value: remedy })}
                    </Button>
                  )}
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

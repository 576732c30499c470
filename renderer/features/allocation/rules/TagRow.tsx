import { ChartColumn, Copy, Ellipsis, Lightbulb, PencilLine, ReceiptText, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { freeName } from '#renderer/app/free-name.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'
import { Coverage } from '../components/Coverage.tsx'
import type { SetUrl } from '../url.ts'
import { useRun } from '../use-run.ts'
import styles from './rules.module.css'

type Props = {
  tag: VirtualTag
  tags: readonly VirtualTag[]
  period: Period
  mayWrite: boolean
  onChange: SetUrl
  onRemove: () => void
}

export function TagRow({ tag, tags, period, mayWrite, onChange, onRemove }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const [, navigate] = useLocation()
  const update = useRun('allocation.updateTag')
  const add = useRun('allocation.addTag')
  const { id, name, kind, rules, isOn } = tag
  const { from, to } = period
  const { data, error } = useCall('allocation.preview', { tagId: id, rules, from, to })
  const open = (): void => onChange({ tag: id })
  const toggle = (next: boolean): void =>
    update.run(
      { id, isOn: next },
      {
        done: () => tell.done(t(next ? 'allocation.switchedOn' : 'allocation.switchedOff', { name })),
        failed: tell.failed,
      },
    )
  const copy = (): void => {
    const taken = tags.map((each) => each.name)
    add.run(
      { name: freeName(t('allocation.copyName', { name }), taken), kind, rules },
      { failed: tell.failed, done: (made) => onChange({ tag: made.id }) },
    )
  }
  const costs = linkOfView({ ...plainView, groupBy: [`virtual:${id}`], period: { from, to } })
  return (
    <tr>
      <Td tone="strong">
        <button type="button" className={styles.link} onClick={open}>
          {name}
        </button>
      </Td>
      <Td>{t(`allocation.kind.${kind}`)}</Td>
      <Td align="end">{format.number(rules.length)}</Td>
      <Td>
        {data ? (
          <Coverage coverage={data.coverage} label={t('allocation.tagCoverage')} />
        ) : error ? (
          '—'
        ) : (
          <Skeleton />
        )}
      </Td>
      <Td align="end">{data ? format.number(data.coverage.resourcesLeft) : '—'}</Td>
      <Td>
        <Checkbox
          label={t('allocation.tagOnOf', { name })}
          isLabelHidden
          value={isOn}
          isDisabled={!mayWrite || update.isPending}
          onChange={toggle}
        />
      </Td>
      <Td align="end">
        <Menu
          label={t('allocation.tagActions', { name })}
          sections={[
            {
              id: 'see',
              items: [
                {
                  id: 'open',
                  label: t(mayWrite ? 'allocation.edit' : 'allocation.look'),
                  icon: PencilLine,
                  run: open,
                },
                {
                  id: 'suggest',
                  label: t('allocation.toSuggestions'),
                  icon: Lightbulb,
                  run: () => onChange({ tab: 'suggestions', tag: id }),
                },
                {
                  id: 'showback',
                  label: t('allocation.toShowback'),
                  icon: ReceiptText,
                  run: () => onChange({ tab: 'showback', by: `tag:${id}` }),
                },
                {
                  id: 'costs',
                  label: t('allocation.toCosts'),
                  icon: ChartColumn,
                  run: () => navigate(costs),
                },
              ],
            },
            ...(mayWrite
              ? [
                  {
                    id: 'change',
                    items: [
                      { id: 'copy', label: t('allocation.copyTag'), icon: Copy, run: copy },
                      {
                        id: 'remove',
                        label: t('allocation.removeTag'),
                        icon: Trash2,
                        isDanger: true,
                        run: onRemove,
                      },
                    ],
                  },
                ]
              : []),
          ]}
          trigger={(props) => (
            <IconButton {...props} icon={Ellipsis} size="sm" label={t('allocation.tagActions', { name })} />
          )}
        />
      </Td>
    </tr>
  )
}

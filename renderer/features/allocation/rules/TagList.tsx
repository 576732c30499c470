import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import type { TabProps } from '../tab-props.ts'
import { NEW } from '../url.ts'
import { RemoveTagDialog } from './RemoveTagDialog.tsx'
import { TagRow } from './TagRow.tsx'

type Props = TabProps & { tags: readonly VirtualTag[] }

/** Virtual tags with how much each of them covers. */
export function TagList({ tags, state, mayWrite, onChange }: Props) {
  const { t } = useText()
  const [removing, setRemoving] = useState<VirtualTag | null>(null)
  const actions = useMemo(
    () =>
      mayWrite
        ? [
            {
              id: 'new-tag',
              label: t('allocation.newTag'),
              keys: 'n',
              run: () => onChange({ tag: NEW, start: null }),
            },
          ]
        : [],
    [mayWrite, onChange, t],
  )
  usePageActions(actions)
  return (
    <Card
      title={t('allocation.tags')}
      subtitle={t('allocation.tagsText')}
      padding="none"
      actions={
        mayWrite ? (
          <Button icon={Plus} variant="primary" onClick={() => onChange({ tag: NEW, start: null })}>
            {t('allocation.newTag')}
          </Button>
        ) : null
      }
    >
      <Table label={t('allocation.tagsTable')}>
        <thead>
          <tr>
            <Th>{t('allocation.tagName')}</Th>
            <Th>{t('allocation.tagKind')}</Th>
            <Th align="end">{t('allocation.tagRules')}</Th>
            <Th width="26%">{t('allocation.tagCoverage')}</Th>
            <Th align="end">{t('allocation.tagLeft')}</Th>
            <Th>{t('allocation.tagOn')}</Th>
            <Th align="end">
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {tags.map((tag) => (
            <TagRow
              key={tag.id}
              tag={tag}
              tags={tags}
              period={state.period}
              mayWrite={mayWrite}
              onChange={onChange}
              onRemove={() => setRemoving(tag)}
            />
          ))}
        </tbody>
      </Table>
      <RemoveTagDialog tag={removing} onClose={() => setRemoving(null)} />
    </Card>
  )
}

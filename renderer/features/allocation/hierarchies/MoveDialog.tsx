import { type FormEvent, useId, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import styles from './hierarchies.module.css'
import { linesOf, MOST_LEVELS, moveNode, type Target } from './tree.ts'

type Props = {
  /** Null: none is being moved. */
  node: HierarchyNode | null
  nodes: readonly HierarchyNode[]
  onClose: () => void
  onMove: (id: string, target: Target) => void
}

const TOP = ''

/** Another parent for a node, by name: for trees that are too long to drag through. */
export function MoveDialog({ node, nodes, onClose, onMove }: Props) {
  const { t } = useText()
  const id = useId()
  const [parent, setParent] = useState(node?.parentId ?? TOP)
  const target: Target = parent === TOP ? null : { at: 'inside', id: parent }
  const refusal = node ? moveNode(nodes, node.id, target).refusal : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!node || refusal) return
    onMove(node.id, target)
    onClose()
  }
  const name = node?.name ?? ''
  return (
    <Dialog
      title={t('hierarchies.moveTitle', { name })}
      isOpen={node !== null}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={id} variant="primary">
            {t('hierarchies.moveApply')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={submit}>
        <Select
          label={t('hierarchies.moveParent')}
          value={parent}
          error={refusal ? t(`hierarchies.${refusal}`, { name, most: MOST_LEVELS }) : undefined}
          options={[
            { value: TOP, label: t('hierarchies.moveTop') },
            ...linesOf(nodes, new Set()).map((line) => ({
              value: line.node.id,
              label: `${'\u2003'.repeat(line.depth)}${line.node.name}`,
            })),
          ]}
          onChange={setParent}
        />
      </form>
    </Dialog>
  )
}

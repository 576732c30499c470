import { ArrowDown, ArrowUp, CopyPlus, Trash2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { AddBlock } from './AddBlock.tsx'
import styles from './Blocks.module.css'
import { blockIcons } from './block-icons.ts'
import { blockWords } from './block-name.ts'
import type { Draft } from './draft.ts'
import type { DraftActs } from './use-draft.ts'

type Props = {
  draft: Draft
  acts: DraftActs
  /** On which page a block begins, as far as that is known. */
  pageOf: (id: string) => number | undefined
}

const MOST = 60

/** Blocks in their order: one tab stop, arrows choose, Alt and arrows move, Delete removes. */
export function BlockList({ draft, acts, pageOf }: Props) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const { blocks } = draft.spec
  const at = blocks.findIndex(({ id }) => id === draft.chosen)
  const chosen = blocks[at]
  // The focus goes with the choice while it is in the list: a moved or removed block takes its button along.
  const isInside = useRef(false)
  // By place as well as by number: a block that takes another's place stands where that stood.
  const follow = useEffectEvent((place: number, id: string | null) => {
    const option = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (isInside.current && place >= 0 && id !== null) option?.focus()
    option?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => follow(at, draft.chosen), [at, draft.chosen])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!chosen) return
    const isControl = event.ctrlKey || event.metaKey
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (by && event.altKey && !isControl) acts.move(chosen.id, by)
    else if (by && !isControl) acts.step(by)
    else if (event.key === 'Delete') acts.remove(chosen.id)
    else if (isControl && event.code === 'KeyD') acts.duplicate(chosen.id)
    else if (isControl && event.code === 'KeyZ' && draft.removed) acts.restore()
    else return
    event.preventDefault()
    isInside.current = true
  }
  const name = chosen ? blockWords(chosen, t).whole : ''
  const removed = draft.removed?.block
  const movedAt = blocks.findIndex(({ id }) => id === draft.moved)
  const moved = blocks[movedAt]
  return (
    <div className={styles.stack}>
      <div className={styles.tools}>
        <AddBlock isDisabled={blocks.length >= MOST} onAdd={acts.add} />
        {chosen ? (
          <span className={styles.toolButtons}>
            <IconButton
              icon={ArrowUp}
              size="sm"
              label={t('reportBuilder.upOf', { name })}
              disabled={at <= 0}
              onClick={() => acts.move(chosen.id, -1)}
            />
            <IconButton
              icon={ArrowDown}
              size="sm"
              label={t('reportBuilder.downOf', { name })}
              disabled={at === blocks.length - 1}
              onClick={() => acts.move(chosen.id, 1)}
            />
            <IconButton
              icon={CopyPlus}
              size="sm"
              label={t('reportBuilder.duplicate', { name })}
              disabled={blocks.length >= MOST}
              onClick={() => acts.duplicate(chosen.id)}
            />
            <IconButton
              icon={Trash2}
              size="sm"
              label={t('reportBuilder.remove', { name })}
              onClick={() => acts.remove(chosen.id)}
            />
          </span>
        ) : null}
      </div>
      {blocks.length === 0 ? (
        <div className={styles.none}>
          <p className={styles.strong}>{t('reportBuilder.noBlocks')}</p>
          <p className={styles.soft}>{t('reportBuilder.noBlocksText')}</p>
        </div>
      ) : (
        <div
          ref={list}
          role="listbox"
          tabIndex={-1}
          aria-label={t('reportBuilder.blocks')}
          className={styles.list}
          onKeyDown={onKeyDown}
          onFocus={() => {
            isInside.current = true
          }}
          onBlur={(event) => {
            if (!list.current?.contains(event.relatedTarget)) isInside.current = false
          }}
        >
          {blocks.map((block) => {
            const Icon = blockIcons[block.kind]
            const { kind, own } = blockWords(block, t)
            const page = pageOf(block.id)
            const isChosen = block.id === draft.chosen
            return (
              <button
                key={block.id}
                type="button"
                role="option"
                aria-selected={isChosen}
                tabIndex={isChosen || (!chosen && block === blocks[0]) ? 0 : -1}
                className={styles.option}
                onClick={() => acts.choose(block.id)}
              >
                <Icon size={16} strokeWidth={1.8} aria-hidden />
                <span className={styles.optionWords}>
                  <span>{kind}</span>
                  {own === '' ? null : <span className={styles.own}>{own}</span>}
                </span>
                {page === undefined ? null : (
                  <span className={styles.page}>{t('reportBuilder.blockPage', { page })}</span>
                )}
              </button>
            )
          })}
        </div>
      )}
      {removed ? (
        <p className={styles.removed} role="status">
          {t('reportBuilder.removed', { name: t(`reportBuilder.kind.${removed.kind}`) })}
          <Button size="sm" variant="ghost" icon={Undo2} aria-keyshortcuts="Control+Z" onClick={acts.restore}>
            {t('reportBuilder.restore')}
          </Button>
        </p>
      ) : null}
      <p className={styles.soft}>{t('reportBuilder.blocksHint')}</p>
      <p className="visually-hidden" role="status">
        {moved
          ? t('reportBuilder.moved', {
              name: t(`reportBuilder.kind.${moved.kind}`),
              place: movedAt + 1,
              count: blocks.length,
            })
          : null}
      </p>
    </div>
  )
}

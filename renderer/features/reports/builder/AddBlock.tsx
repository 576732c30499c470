import { ChevronDown, Plus } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { moveInMenu } from '#renderer/ui/move-in-menu.ts'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { ReportBlockKind } from '#shared/contract/report-spec.ts'
import styles from './Blocks.module.css'
import { blockIcons } from './block-icons.ts'
import { blockGroups } from './draft.ts'

type Props = { isDisabled: boolean; onAdd: (kind: ReportBlockKind) => void }

/** Every kind of block with what it is for, in one line each. */
export function AddBlock({ isDisabled, onAdd }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <Button
        ref={anchor}
        size="sm"
        icon={Plus}
        disabled={isDisabled}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {t('reportBuilder.add')}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover
        anchor={anchor}
        isOpen={isOpen}
        onClose={close}
        label={t('reportBuilder.add')}
        role="menu"
        id={id}
      >
        <div className={styles.kinds}>
          {blockGroups.map(({ id: group, kinds }) => (
            <fieldset key={group}>
              <legend className={styles.caption}>{t(`reportBuilder.group.${group}`)}</legend>
              {kinds.map((kind) => {
                const Icon = blockIcons[kind]
                return (
                  <button
                    key={kind}
                    type="button"
                    role="menuitem"
                    tabIndex={-1}
                    className={styles.kind}
                    onKeyDown={moveInMenu}
                    onClick={() => {
                      close()
                      anchor.current?.focus()
                      onAdd(kind)
                    }}
                  >
                    <Icon size={17} strokeWidth={1.8} aria-hidden />
                    <span className={styles.kindWords}>
                      <span>{t(`reportBuilder.kind.${kind}`)}</span>
                      <span className={styles.soft}>{t(`reportBuilder.kindText.${kind}`)}</span>
                    </span>
                  </button>
                )
              })}
            </fieldset>
          ))}
        </div>
      </Popover>
    </>
  )
}

import { Check, Plus, RotateCcw, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { defaultBoard } from '#shared/lib/default-board.ts'
import type { Arranging } from '../use-arranging.ts'
import styles from './ArrangeBar.module.css'

type Props = { arranging: Arranging; onAdd: () => void }

export function ArrangeBar({ arranging, onAdd }: Props) {
  const { t } = useText()
  const { change, canUndo, undo, cancel, done, isSaving } = arranging
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null
      // The key where Z is on every layout.
      if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || isField) return
      event.preventDefault()
      undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [undo])
  return (
    <section className={styles.bar} aria-label={t('views.arrange.bar')}>
      <p className={styles.hint}>{t('views.arrange.hint')}</p>
      <div className={styles.buttons}>
        <Button icon={Plus} onClick={onAdd}>
          {t('views.arrange.add')}
        </Button>
        <Button icon={Undo2} disabled={!canUndo} onClick={undo}>
          {t('views.arrange.undo')}
        </Button>
        <Button icon={RotateCcw} onClick={() => change(() => defaultBoard)}>
          {t('views.arrange.reset')}
        </Button>
        <Button icon={X} onClick={cancel}>
          {t('views.arrange.cancel')}
        </Button>
        <Button icon={Check} variant="primary" isPending={isSaving} onClick={done}>
          {t('views.arrange.done')}
        </Button>
      </div>
    </section>
  )
}

import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { CodeBlock } from '#renderer/ui/CodeBlock.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import styles from './Section.module.css'
import { TokenForm } from './TokenForm.tsx'

type Props = { isOpen: boolean; onClose: () => void }

/** First what it is to be, then the token itself: this once, and gone with the dialog. */
export function TokenDialog({ isOpen, onClose }: Props) {
  const { t } = useText()
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const close = (): void => {
    setMade(null)
    onClose()
  }
  return (
    <Dialog
      title={made ? t('tokens.made', { name: made.name }) : t('tokens.add')}
      isOpen={isOpen}
      onClose={close}
      width={560}
      footer={
        made ? (
          <Button variant="primary" onClick={close}>
            {t('common.close')}
          </Button>
        ) : undefined
      }
    >
      {made ? (
        <div className={styles.stack}>
          <p>{t('tokens.madeText')}</p>
          <CodeBlock label={t('tokens.key')} text={made.token} />
          <p className={styles.muted}>{t('tokens.madeUse')}</p>
          <code className={styles.path}>--token-file infrazen.token</code>
        </div>
      ) : (
        <TokenForm onMade={setMade} onCancel={close} />
      )}
    </Dialog>
  )
}

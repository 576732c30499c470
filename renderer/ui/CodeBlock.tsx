import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from './Button.tsx'
import styles from './CodeBlock.module.css'
import { copyPlainText } from './press-copy.ts'
import { useScrollFrame } from './use-scroll-frame.ts'

/** Text of a machine, to read and to copy. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  const { t } = useText()
  const frame = useRef<HTMLPreElement>(null)
  useScrollFrame(frame, label)
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = (): void => setSaid(copyPlainText(text) ? 'copied' : 'copyFailed')
  return (
    <div className={styles.box}>
      <div className={styles.bar}>
        <span className={styles.said} role="status">
          {said === 'copyFailed' ? t('common.copyFailed') : ''}
        </span>
        <Button size="sm" variant="ghost" icon={Copy} onClick={copy}>
          {t(said === 'copied' ? 'common.copied' : 'common.copy')}
        </Button>
      </div>
      <pre ref={frame} className={styles.text}>
        <code>{text}</code>
      </pre>
    </div>
  )
}

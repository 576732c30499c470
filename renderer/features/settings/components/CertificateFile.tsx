import { FilePlus2 } from 'lucide-react'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './Section.module.css'

type Props = { label: string; isPending: boolean; onText: (text: string) => void }

const MAX_BYTES = 200_000

/** Reads the file in the page: only its text goes on. */
export function CertificateFile({ label, isPending, onText }: Props) {
  const { t } = useText()
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable' | null>(null)

  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0]
    // The same file, mended, can be chosen again.
    event.target.value = ''
    if (!file) return
    setProblem(file.size > MAX_BYTES ? 'tooLarge' : null)
    if (file.size <= MAX_BYTES) file.text().then(onText, () => setProblem('unreadable'))
  }
  return (
    <>
      <input ref={input} type="file" accept=".pem,.crt,.cer" hidden aria-label={label} onChange={take} />
      <div className={styles.actions}>
        <Button
          icon={FilePlus2}
          isPending={isPending}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
      </div>
      <p id={hintId} className={styles.muted}>
        {t('network.fileHint')}
      </p>
      {problem ? (
        <p className={styles.error} role="alert">
          {t(`network.${problem}`)}
        </p>
      ) : null}
    </>
  )
}

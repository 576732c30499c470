import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { type ReportSpec, reportSpec } from '#shared/contract/report-spec.ts'
import styles from './Settings.module.css'

type Size = ReportSpec['picture']
type Props = { value: Size; onChange: (size: Size) => void }

const numberOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What is being typed is no size yet: only one that a picture can have goes into the report. */
export function PictureFields({ value, onChange }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState({ width: String(value.width), height: String(value.height) })
  const read = (texts: typeof typed) =>
    reportSpec.shape.picture.safeParse({ width: numberOf(texts.width), height: numberOf(texts.height) })
  const put = (patch: Partial<typeof typed>): void => {
    const next = { ...typed, ...patch }
    setTyped(next)
    const parsed = read(next)
    if (parsed.success) onChange(parsed.data)
  }
  return (
    <fieldset className={styles.person}>
      <legend className={styles.legend}>{t('reportBuilder.pictureSize')}</legend>
      <TextField
        label={t('reportBuilder.pictureWidth')}
        inputMode="numeric"
        value={typed.width}
        onChange={(width) => put({ width })}
      />
      <TextField
        label={t('reportBuilder.pictureHeight')}
        inputMode="numeric"
        value={typed.height}
        onChange={(height) => put({ height })}
      />
      {read(typed).success ? null : (
        <p className={styles.bad} role="alert">
          {t('reportBuilder.pictureBad')}
        </p>
      )}
    </fieldset>
  )
}

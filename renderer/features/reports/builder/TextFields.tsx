import { Braces, ChevronDown } from 'lucide-react'
import { useId, useLayoutEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { ReportBlock } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { reportVariables } from '#shared/texts/report-variables.ts'
import { insertAt } from './insert-at.ts'
import styles from './Settings.module.css'

type TextBlock = Extract<ReportBlock, { kind: 'text' }>
type Props = {
  block: TextBlock
  /** Of the document: variables are called by its words. */
  documentLanguage: Locale
  onChange: (block: TextBlock) => void
}

/** Paragraphs, with values of the report put in where the caret stands. */
export function TextFields({ block, documentLanguage, onChange }: Props) {
  const { t, language } = useText()
  const id = useId()
  /** Where the caret was when the field lost the focus, and where it goes once the text is in. */
  const caret = useRef<number | null>(null)
  const next = useRef<number | null>(null)
  useLayoutEffect(() => {
    const area = document.getElementById(id)
    if (next.current === null || !(area instanceof HTMLTextAreaElement)) return
    area.focus()
    area.setSelectionRange(next.current, next.current)
    caret.current = next.current
    next.current = null
  })
  const insert = (name: string): void => {
    const made = insertAt(block.text, caret.current, `{${name}}`)
    next.current = made.caret
    onChange({ ...block, text: made.text })
  }
  return (
    <>
      <TextArea
        id={id}
        label={t('reportBuilder.text')}
        hint={t('reportBuilder.textHint')}
        rows={8}
        maxLength={5000}
        value={block.text}
        onChange={(text) => onChange({ ...block, text })}
        onSelect={(event) => {
          caret.current = event.currentTarget.selectionStart
        }}
      />
      <div className={styles.start}>
        <Menu
          label={t('reportBuilder.variables')}
          side="bottom-start"
          sections={[
            {
              id: 'variables',
              items: reportVariables.map((variable) => ({
                id: variable.key,
                label: `{${variable[documentLanguage].name}}`,
                hint: variable[language].meaning,
                run: () => insert(variable[documentLanguage].name),
              })),
            },
          ]}
          trigger={(props) => (
            <Button size="sm" icon={Braces} {...props}>
              {t('reportBuilder.variables')}
              <ChevronDown size={14} aria-hidden />
            </Button>
          )}
        />
      </div>
    </>
  )
}

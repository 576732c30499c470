import { Info } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './Preview.module.css'
import { problemSentences } from './preview-problems.ts'
import type { PreviewAnswer } from './use-preview.ts'

type Props = { answer: PreviewAnswer | undefined; nameOf: (id: string | null) => string | null }

/** What the page leaves out, told calmly: the report prints all the same. */
export function PreviewProblems({ answer, nameOf }: Props) {
  const { t, language } = useText()
  if (!answer) return null
  const told = problemSentences(answer.problems, language).map(({ sentence, blockId }) => {
    const name = nameOf(blockId)
    return name === null ? sentence : `${name}. ${sentence}`
  })
  if (answer.isCut) told.push(t('reportBuilder.isCut'))
  if (told.length === 0) return null
  return (
    <ul className={styles.problems} aria-label={t('reportBuilder.problems')}>
      {told.map((sentence) => (
        <li key={sentence} className={styles.problem}>
          <Info size={15} aria-hidden />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { ImportAnswers, ImportView, SummaryView } from '#shared/contract/imports.ts'
import styles from './imports.module.css'

type Props = { item: ImportView; doubts: SummaryView['doubts']; answers: ImportAnswers }

/** What looks odd in the file, a sentence each, and what confirms it. */
export function Doubts({ item, doubts, answers }: Props) {
  const { t } = useText()
  const format = useFormat()
  const may = useMayImport()
  const tell = useTell()
  const answer = useCommand('imports.answer')
  const dropsRepeats = answers.dropsRepeats ?? false
  if (doubts.length === 0 && !dropsRepeats) return null
  const canAnswer = item.status === 'ready' && may === 'take'
  const reread = (drops: boolean): void =>
    answer.mutate({ id: item.id, answers: { ...answers, dropsRepeats: drops } }, { onError: tell.failed })
  return (
    <Card title={t('imports.doubts')}>
      <ul className={styles.doubts}>
        {doubts.map((each) => {
          const isGood = each.code === 'totalMatches'
          const money = (amount: string | null): string =>
            amount === null
              ? '—'
              : each.currency
                ? format.money({ amount, currency: each.currency })
                : format.number(amount)
          return (
            <li
              key={`${each.code} ${each.currency}`}
              className={styles.doubt}
              data-good={isGood || undefined}
            >
              {isGood ? <CircleCheck size={17} aria-hidden /> : <TriangleAlert size={17} aria-hidden />}
              <span>
                {t(`imports.doubt.${each.code}`, {
                  count: each.rows,
                  amount: money(each.amount),
                  said: money(each.said),
                })}
                {each.line === null ? null : (
                  <span className={styles.soft}> {t('imports.doubtLine', { line: each.line })}</span>
                )}
              </span>
              {each.code === 'repeated' && canAnswer && !dropsRepeats ? (
                <Button size="sm" isPending={answer.isPending} onClick={() => reread(true)}>
                  {t('imports.dropRepeats')}
                </Button>
              ) : null}
            </li>
          )
        })}
        {dropsRepeats && canAnswer ? (
          <li className={styles.doubt}>
            <CircleCheck size={17} aria-hidden />
            <span>{t('imports.repeatsDropped')}</span>
            <Button size="sm" isPending={answer.isPending} onClick={() => reread(false)}>
              {t('imports.keepRepeats')}
            </Button>
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

import { Check, X } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import type { SuggestionView } from '#shared/contract/allocation.ts'
import { RuleLine } from '../components/RuleLine.tsx'
import { Sums } from '../components/Sums.tsx'
import type { RuleText } from '../rules/rule-words.ts'
import styles from './suggestions.module.css'
import { hundredths } from './view.ts'

type Props = {
  item: SuggestionView
  words: RuleText
  isTicked: boolean
  mayWrite: boolean
  onTick: (isOn: boolean) => void
  onAccept: () => void
  onDismiss: () => void
}

/** A rule in words with what speaks for it and against it. */
export function SuggestionRow({ item, words, isTicked, mayWrite, onTick, onAccept, onDismiss }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { kind, confidence, evidence, resources, costs } = item
  // Attributes are called as rules call them; a piece of a name is what it is.
  const subject = kind === 'cooccurrence' ? words.when : evidence.subject
  const sure = format.percent(hundredths(confidence) / 100, { digits: 0 })
  const against =
    evidence.disagree === 0
      ? t('suggestions.disagreeNone')
      : t('suggestions.disagree', { count: evidence.disagree })
  return (
    <tr>
      {mayWrite ? (
        <Td>
          <Checkbox
            label={t('suggestions.select', { rule: words.whole })}
            isLabelHidden
            value={isTicked}
            onChange={onTick}
          />
        </Td>
      ) : null}
      <Td>
        <div className={styles.rule}>
          <span className={styles.ruleWords}>
            <RuleLine words={words} /> <Badge>{t(`suggestions.kind.${kind}`)}</Badge>
          </span>
          <span className={styles.soft}>
            {t(`suggestions.why.${kind}`, { subject })} {t('suggestions.agree', { count: evidence.agree })},{' '}
            {against}
          </span>
          {evidence.examples.length > 0 ? (
            <span className={styles.soft}>
              {t('suggestions.examples', { names: evidence.examples.slice(0, 5).join(', ') })}
            </span>
          ) : null}
        </div>
      </Td>
      <Td>
        <span className={styles.sure}>
          <ProgressBar
            label={t('suggestions.confidence')}
            ratio={confidence}
            tone={confidence >= 0.9 ? 'ok' : confidence >= 0.7 ? 'brand' : 'warn'}
            size="sm"
            valueText={sure}
          />
          {sure}
        </span>
      </Td>
      <Td align="end">{format.number(resources)}</Td>
      <Td align="end">
        <Sums costs={costs} />
      </Td>
      {mayWrite ? (
        <Td align="end">
          <span className={styles.acts}>
            <Button
              size="sm"
              icon={Check}
              aria-label={t('suggestions.acceptOf', { rule: words.whole })}
              onClick={onAccept}
            >
              {t('suggestions.acceptOne')}
            </Button>
            <IconButton
              size="sm"
              icon={X}
              label={t('suggestions.dismissOf', { rule: words.whole })}
              hasTooltip={false}
              title={t('suggestions.dismiss')}
              onClick={onDismiss}
            />
          </span>
        </Td>
      ) : null}
    </tr>
  )
}

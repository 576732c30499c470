import { useId } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { type RateRule, rateRules } from '#shared/contract/rates.ts'
import styles from './rates.module.css'

/** The rule, each with a line on when it suits. */
export function RuleCard({ rule }: { rule: RateRule }) {
  const { t } = useText()
  const name = useId()
  const tell = useTell()
  const { role } = useSession()
  const { mutate, isPending, variables } = useCommand('rates.updateRule')
  const mayChange = isGranted(role, 'settings.write')
  const shown = isPending ? variables.rule : rule
  return (
    <Card title={t('rates.rule')} subtitle={t('rates.ruleText')}>
      <fieldset className={styles.rules} disabled={!mayChange}>
        <legend className="visually-hidden">{t('rates.rule')}</legend>
        {rateRules.map((one) => (
          <label key={one} className={styles.rule} data-on={one === shown ? '' : undefined}>
            <input
              type="radio"
              name={name}
              checked={one === shown}
              aria-describedby={`${name}-${one}`}
              onChange={() =>
                mutate(
                  { rule: one },
                  { onSuccess: () => tell.done(t('rates.ruleSaved')), onError: tell.failed },
                )
              }
            />
            <span>
              <span className={styles.ruleName}>{t(`rates.rule.${one}`)}</span>
              <span id={`${name}-${one}`} className={styles.ruleText}>
                {t(`rates.rule.${one}Text`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {mayChange ? null : <p className={styles.soft}>{t('rates.ruleLocked')}</p>}
    </Card>
  )
}

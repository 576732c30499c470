import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import businessStyles from '../business.module.css'
import styles from './margins.module.css'
import { TermsForm } from './TermsForm.tsx'
import { termsWords } from './view.ts'

type Props = { tagId: string; part: string; currency: Currency; mayWrite: boolean }

/** What a client pays and from when on; several terms stand one after the other. */
export function TermsEditor({ tagId, part, currency, mayWrite }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const { data, error } = useCall('business.listTerms', { tagId })
  const remove = useCommand('business.removeTerms')
  const [isAdding, setAdding] = useState(false)
  const own = data?.items.filter((terms) => terms.part === part) ?? []
  const isOpen = isAdding || (mayWrite && data !== undefined && own.length === 0)
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('margins.terms.title')}</h3>
      <p className={businessStyles.soft}>{t('margins.terms.text')}</p>
      {error ? <ErrorBanner error={error} /> : null}
      {remove.error ? <ErrorBanner error={remove.error} /> : null}
      {data === undefined ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={60} radius={8} />
          </div>
        )
      ) : own.length === 0 ? (
        <p>{t('margins.terms.none')}</p>
      ) : (
        <ul className={styles.terms}>
          {own.map((terms) => {
            const since = format.day(terms.fromDay)
            return (
              <li key={terms.id}>
                <span>
                  <span className={styles.kind}>{t(`margins.terms.kind.${terms.kind}`)}</span>
                  <span className={businessStyles.soft}>{termsWords(terms, t, format)}</span>
                </span>
                <span className={styles.since}>{t('margins.terms.since', { day: since })}</span>
                {mayWrite ? (
                  <IconButton
                    icon={Trash2}
                    size="sm"
                    label={t('margins.terms.remove', { day: since })}
                    onClick={() =>
                      remove.mutate(
                        { id: terms.id },
                        { onSuccess: () => tell.done(t('margins.terms.removed')) },
                      )
                    }
                  />
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {!mayWrite ? null : isOpen ? (
        <TermsForm
          tagId={tagId}
          part={part}
          currency={currency}
          isFirst={own.length === 0}
          onClose={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t('margins.terms.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

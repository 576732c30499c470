import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'
import { PaidBadge } from './PaidBadge.tsx'
import { useActWords } from './use-act-words.ts'
import { firstDay } from './view.ts'

type Fact = [name: string, value: string, under: string | null]

/** What the document says, and what in it does not follow from the rest. */
export function ActFacts({ act, hasForm }: { act: ActView; hasForm: boolean }) {
  const { t } = useText()
  const format = useFormat()
  const words = useActWords()
  const { currency, supplier, buyer, doubts } = act
  const corrects = words.correctsOf(act)
  const inn = (of: { inn: string | null; kpp?: string | null }): string | null =>
    of.inn === null
      ? null
      : of.kpp
        ? t('acts.innKpp', { inn: of.inn, kpp: of.kpp })
        : t('acts.inn', { inn: of.inn })
  const added = format.instant(act.addedAtMs)
  // Whoever may change these sees them in the form below.
  const said: Fact[] = [
    [t('acts.account'), act.connectionName ?? t('acts.unknown'), null],
    [t('acts.month'), format.month(firstDay(act.month)), null],
    ...(act.note === null ? [] : [[t('acts.note'), act.note, null] as Fact]),
  ]
  const facts: Fact[] = [
    [t('acts.day'), format.day(act.day), corrects],
    [t('acts.supplier'), words.supplierOf(act), inn(supplier)],
    ...(buyer ? [[t('acts.buyer'), buyer.name, inn(buyer)] as Fact] : []),
    [
      t('acts.source'),
      act.fileName === null ? t('acts.source.typed') : t('acts.source.file', { name: act.fileName }),
      act.byName ? t('acts.addedBy', { person: act.byName, at: added }) : added,
    ],
    ...(hasForm ? [] : said),
  ]
  return (
    <>
      {doubts.length > 0 || act.countedAsId !== null ? (
        <ul className={styles.doubtList}>
          {act.countedAsId === null ? null : (
            <li>
              <span className={styles.strong}>{t('acts.counted')}.</span> {t('acts.countedText')}
            </li>
          )}
          {doubts.map((doubt) => (
            <li key={doubt}>
              <span className={styles.strong}>{t(`acts.doubt.${doubt}`)}.</span>{' '}
              {t(`acts.doubt.${doubt}.text`)}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.figures}>
        {(['without', 'vat', 'total'] as const).map((of) => (
          <div key={of}>
            <p className={styles.soft}>
              {t(`acts.${of}`)}
              {of === 'vat' ? `, ${words.rateOf(act.rate)}` : ''}
            </p>
            <p className={styles.figure}>
              <Amount money={{ amount: act[of], currency }} />
            </p>
          </div>
        ))}
        <div>
          <p className={styles.soft}>{t('acts.paid')}</p>
          <PaidBadge act={act} />
        </div>
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value, under]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              {value}
              {under === null ? null : <span className={styles.under}>{under}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

import { CircleCheck, CircleMinus } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { CheckView } from '#shared/contract/connections.ts'
import { Fact } from '../components/Fact.tsx'
import { Note } from '../components/Note.tsx'
import styles from './Wizard.module.css'

type Props = { checked: CheckView; onEdit?: (id: string) => void }

/** Whose account answered, and what of it the key may read. */
export function CheckResult({ checked, onEdit }: Props) {
  const { t, language } = useText()
  const { accountName, accountRef, balance, rights, known } = checked
  const missing = rights.filter(({ isGranted }) => !isGranted)
  return (
    <div className={styles.result}>
      {known ? (
        <Note
          tone={known.isArchived ? 'info' : 'bad'}
          title={t(known.isArchived ? 'connect.knownArchived' : 'connect.known', {
            name: known.name,
          })}
        >
          {known.isArchived || !onEdit ? null : (
            <Button size="sm" onClick={() => onEdit(known.id)}>
              {t('connect.toExisting', { name: known.name })}
            </Button>
          )}
        </Note>
      ) : null}
      <dl className={styles.found}>
        <Fact label={t('connect.found')} note={accountName === accountRef ? undefined : accountRef}>
          {accountName}
        </Fact>
        {balance ? (
          <Fact label={t('connect.balance')}>
            <Amount money={balance} />
          </Fact>
        ) : null}
      </dl>
      <section>
        <h3 className={styles.helpTitle}>{t('connect.reads')}</h3>
        <p className={styles.soft}>
          {missing.length === 0
            ? t('connect.allGranted')
            : t('connect.someMissing', { count: missing.length })}
        </p>
        <ul className={styles.rights}>
          {rights.map(({ code, label, isGranted, missing: lack }) => {
            const Icon = isGranted ? CircleCheck : CircleMinus
            return (
              <li key={code} className={styles.right} data-granted={isGranted || undefined}>
                <Icon size={16} aria-hidden className={styles.rightIcon} />
                <span>
                  {label[language]}
                  <span className="visually-hidden">
                    : {t(isGranted ? 'connect.granted' : 'connect.missing')}
                  </span>
                  {lack ? <span className={styles.lack}>{lack[language]}</span> : null}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
}

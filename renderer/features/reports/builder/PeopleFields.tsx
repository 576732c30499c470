import { Plus, Trash2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ReportBlock } from '#shared/contract/report-spec.ts'
import styles from './Settings.module.css'

type SignaturesBlock = Extract<ReportBlock, { kind: 'signatures' }>
type Props = { block: SignaturesBlock; onChange: (block: SignaturesBlock) => void }

const MOST = 6

/** Who signs: a role, and a name unless it is written by hand. */
export function PeopleFields({ block, onChange }: Props) {
  const { t } = useText()
  const { people } = block
  const put = (at: number, patch: Partial<(typeof people)[number]>): void =>
    onChange({ ...block, people: people.map((one, i) => (i === at ? { ...one, ...patch } : one)) })
  // Two may be called alike: a signature is nothing but its place.
  const places = people.map((person, at) => ({ id: `person ${at}`, at, person }))
  return (
    <>
      {places.map(({ id, at, person }) => (
        <fieldset key={id} className={styles.person}>
          <legend className={styles.legend}>{t('reportBuilder.person', { number: at + 1 })}</legend>
          <TextField
            label={t('reportBuilder.personRole')}
            value={person.role}
            maxLength={120}
            onChange={(role) => put(at, { role })}
          />
          <TextField
            label={t('reportBuilder.personName')}
            value={person.name}
            maxLength={120}
            onChange={(name) => put(at, { name })}
          />
          <IconButton
            icon={Trash2}
            size="sm"
            label={t('reportBuilder.personRemove', { name: person.role || String(at + 1) })}
            disabled={people.length === 1}
            onClick={() => onChange({ ...block, people: people.toSpliced(at, 1) })}
          />
        </fieldset>
      ))}
      <div className={styles.start}>
        <Button
          size="sm"
          icon={Plus}
          disabled={people.length >= MOST}
          onClick={() => onChange({ ...block, people: [...people, { role: '', name: '' }] })}
        >
          {t('reportBuilder.personAdd')}
        </Button>
      </div>
    </>
  )
}

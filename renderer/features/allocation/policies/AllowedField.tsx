import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import styles from './policies.module.css'
import { linesOf } from './view.ts'

type Props = {
  tagKey: string
  /** Lines; null: any value. */
  value: string | null
  error: string | undefined
  onChange: (value: string | null) => void
}

/** What the tag may say: anything, or what is listed. The values that are there can be taken as a start. */
export function AllowedField({ tagKey, value, error, onChange }: Props) {
  const { t } = useText()
  const { data } = useCall(
    'explorer.listValues',
    { dimension: `tag:${tagKey}`, limit: 200 },
    { enabled: tagKey !== '' && value !== null },
  )
  const known = data?.items.map((item) => item.value) ?? []
  const listed = linesOf(value ?? '')
  const hasMore = known.some((each) => !listed.includes(each))
  return (
    <div className={styles.allowed}>
      <span className={styles.caption}>{t('tagPolicies.allowed')}</span>
      <Segmented
        label={t('tagPolicies.allowed')}
        size="sm"
        value={value === null ? 'any' : 'list'}
        options={(['any', 'list'] as const).map((each) => ({
          value: each,
          label: t(`tagPolicies.allowed.${each}`),
        }))}
        onChange={(each) => onChange(each === 'any' ? null : '')}
      />
      {value === null ? null : (
        <>
          <TextArea
            label={t('tagPolicies.allowedField')}
            rows={5}
            value={value}
            error={error}
            onChange={onChange}
          />
          {hasMore ? (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onChange([...new Set([...listed, ...known])].join('\n'))}
            >
              {t('tagPolicies.allowedKnown')}
            </Button>
          ) : null}
        </>
      )}
    </div>
  )
}

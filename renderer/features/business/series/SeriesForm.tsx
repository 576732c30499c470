import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { type SeriesView, seriesKinds, seriesRoles, seriesSteps } from '#shared/contract/business.ts'
import styles from '../business.module.css'

type Props = { series: SeriesView | null; onClose: () => void; onSaved: (id: string) => void }

const NO_TAG = ''

/** Name and unit of a series; how it is told is decided once, as its values are kept so. */
export function SeriesForm({ series, onClose, onSaved }: Props) {
  const { t, language } = useText()
  const tell = useTell()
  const { currency: own } = useSession()
  const add = useCommand('business.addSeries')
  const update = useCommand('business.updateSeries')
  const dimensions = useCall('explorer.listDimensions', {})
  const [form, setForm] = useState({
    name: series?.name ?? '',
    unit: series?.unit ?? '',
    role: series?.role ?? ('units' as const),
    step: series?.step ?? ('month' as const),
    kind: series?.kind ?? ('flow' as const),
    currency: series?.currency ?? own,
    tagId: series?.tagId ?? NO_TAG,
  })
  const [isTried, setTried] = useState(false)
  const set = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch })
  const isRevenue = form.role === 'revenue'
  const { isPending, error } = series ? update : add
  const name = form.name.trim()
  // What revenue is counted in says its currency.
  const unit = isRevenue ? form.currency : form.unit.trim()

  const done = (id: string, text: string): void => {
    tell.done(text)
    onSaved(id)
    onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || name === '' || unit === '') return
    const { kind, step, role } = form
    if (series)
      update.mutate(
        { id: series.id, name, unit, kind },
        { onSuccess: () => done(series.id, t('series.saved')) },
      )
    else
      add.mutate(
        {
          ...{ name, unit, kind, step, role },
          currency: isRevenue ? form.currency : null,
          tagId: form.tagId === NO_TAG ? null : form.tagId,
        },
        { onSuccess: ({ id }) => done(id, t('series.added')) },
      )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {series ? null : (
        <Segmented
          label={t('series.role')}
          value={form.role}
          options={seriesRoles.map((value) => ({ value, label: t(`series.role.${value}`) }))}
          onChange={(role) => set({ role })}
        />
      )}
      <div className={styles.formFields}>
        <TextField
          label={t('series.name')}
          hint={t('series.nameHint')}
          maxLength={120}
          value={form.name}
          error={isTried && name === '' ? t('series.needName') : undefined}
          onChange={(text) => set({ name: text })}
          data-focus-first
        />
        {isRevenue ? (
          <Select
            label={t('series.currency')}
            value={form.currency}
            options={listCurrencies(language)}
            isDisabled={series !== null}
            onChange={(currency) => set({ currency })}
          />
        ) : (
          <TextField
            label={t('series.unit')}
            hint={t('series.unitHint')}
            maxLength={120}
            value={form.unit}
            error={isTried && unit === '' ? t('series.needUnit') : undefined}
            onChange={(text) => set({ unit: text })}
          />
        )}
      </div>
      {isRevenue ? null : (
        <Select
          label={t('series.kind')}
          value={form.kind}
          options={seriesKinds.map((value) => ({ value, label: t(`series.kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      )}
      <div className={styles.formFields}>
        <Select
          label={t('series.step')}
          value={form.step}
          isDisabled={series !== null}
          options={seriesSteps.map((value) => ({ value, label: t(`series.step.${value}`) }))}
          onChange={(step) => set({ step })}
        />
        <Select
          label={t('series.tag')}
          value={form.tagId}
          isDisabled={series !== null}
          hint={series ? undefined : t('series.tagHint')}
          options={[
            { value: NO_TAG, label: t('series.noTag') },
            ...(dimensions.data?.virtual ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(tagId) => set({ tagId })}
        />
      </div>
      {series ? <p className={styles.soft}>{t('series.fixed')}</p> : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

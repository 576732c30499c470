import { type FormEvent, useState } from 'react'
import { freeName } from '#renderer/app/free-name.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ReportFormat } from '#shared/contract/report-spec.ts'
import type { ReportScheduleView, ReportView } from '#shared/contract/reports.ts'
import { DeliveryFields } from '../DeliveryFields.tsx'
import { type DeliveryDraft, deliveryRefusal, draftOf, targetOf } from '../deliveries.ts'
import { FormatChecks } from '../FormatChecks.tsx'
import styles from '../reports.module.css'
import { NextMoments } from './NextMoments.tsx'
import { RuleFields } from './RuleFields.tsx'
import { draftOfRule, type RuleDraft, ruleOf } from './rule.ts'
import { ZoneField } from './ZoneField.tsx'

/** A schedule to change, or one to make for a report (null: whichever). */
export type Asked = { schedule: ReportScheduleView | null; reportId: string | null }

type Props = { asked: Asked | null; reports: readonly ReportView[]; onClose: () => void }

export function ScheduleDialog({ asked, reports, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog
      title={t(asked?.schedule ? 'reports.scheduleEdit' : 'reports.scheduleNew')}
      isOpen={asked !== null}
      onClose={onClose}
      width={640}
    >
      {asked && reports.length > 0 ? <Body asked={asked} reports={reports} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Body({ asked: { schedule, reportId }, reports, onClose }: Props & { asked: Asked }) {
  const { t } = useText()
  const tell = useTell()
  const session = useSession()
  const list = useCall('schedules.list', {})
  const add = useCommand('schedules.add')
  const update = useCommand('schedules.update')
  const [report, setReport] = useState(reportId ?? reports[0]?.id ?? '')
  const nameOf = (id: string): string => reports.find((one) => one.id === id)?.name ?? ''
  const proposed = (id: string): string =>
    freeName(nameOf(id), list.data?.items.map(({ name }) => name) ?? [])
  const [name, setName] = useState(schedule?.name ?? proposed(report))
  const [rule, setRule] = useState<RuleDraft>(() => draftOfRule(schedule?.rule ?? null))
  const [timeZone, setTimeZone] = useState(schedule?.timeZone ?? session.timeZone)
  const [formats, setFormats] = useState<readonly ReportFormat[]>(schedule?.formats ?? ['pdf', 'xlsx'])
  const [deliveries, setDeliveries] = useState<readonly DeliveryDraft[]>(
    () => schedule?.deliveries.map((target, at) => draftOf(target, `delivery ${at}`)) ?? [],
  )
  const [isOn, setOn] = useState(schedule?.isOn ?? true)
  const [isTried, setTried] = useState(false)
  const ready = ruleOf(rule)
  const isPending = add.isPending || update.isPending
  const error = add.error ?? update.error
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const isWhole = name.trim() !== '' && formats.length > 0 && ready !== null
    if (isPending || !isWhole || deliveries.some((one) => deliveryRefusal(one) !== null)) return
    const fields = {
      reportId: report,
      name: name.trim(),
      rule: ready,
      timeZone,
      formats: [...formats],
      deliveries: deliveries.map(targetOf),
      isOn,
    }
    const told = {
      onSuccess: () => {
        tell.done(t('reports.scheduleSaved', { name: fields.name }))
        onClose()
      },
    }
    if (schedule) update.mutate({ id: schedule.id, ...fields }, told)
    else add.mutate(fields, told)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <Select<string>
          label={t('reports.scheduleReport')}
          value={report}
          options={reports.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(picked) => {
            // A name that nobody has touched goes with the report.
            if (name === proposed(report)) setName(proposed(picked))
            setReport(picked)
          }}
        />
        <TextField
          label={t('reports.scheduleName')}
          value={name}
          maxLength={120}
          error={isTried && name.trim() === '' ? t('reports.scheduleNameNone') : undefined}
          onChange={setName}
        />
      </div>
      <RuleFields value={rule} onChange={setRule} />
      {rule.kind === 'close' ? null : <ZoneField value={timeZone} onChange={setTimeZone} />}
      {ready ? <NextMoments rule={ready} timeZone={timeZone} /> : null}
      <FormatChecks
        value={formats}
        onChange={setFormats}
        error={isTried && formats.length === 0 ? t('reports.formatsNone') : undefined}
      />
      <section className={styles.stack} aria-label={t('reports.deliveriesTitle')}>
        <div>
          <p className={styles.strong}>{t('reports.deliveriesTitle')}</p>
          <p className={styles.soft}>{t('reports.deliveriesHint')}</p>
        </div>
        <DeliveryFields value={deliveries} isTried={isTried} onChange={setDeliveries} />
      </section>
      <Checkbox label={t('reports.isOn')} value={isOn} onChange={setOn} />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

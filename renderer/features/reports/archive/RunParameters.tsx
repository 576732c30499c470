import { conditionWords } from '#renderer/app/costs/condition-words.ts'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useValueLabels } from '#renderer/app/costs/use-value-labels.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import type { ReportRunView } from '#shared/contract/reports.ts'
import { usePeriodWords } from '../use-period-words.ts'
import styles from './archive.module.css'
import { secondsBetween } from './run-view.ts'

type Props = { run: ReportRunView; spec: ReportSpec }

type Fact = [label: string, value: string]

/** What the report was produced from, in words. */
export function RunParameters({ run, spec }: Props) {
  const { t } = useText()
  const format = useFormat()
  const periodWords = usePeriodWords()
  const filterWords = useFilterWords(spec)
  const rate: Fact[] =
    spec.currency !== null && spec.rateRule !== null
      ? [[t('reportBuilder.rate'), t(`rates.rule.${spec.rateRule}`)]]
      : []
  const facts: Fact[] = [
    [
      t('reports.par.period'),
      run.period
        ? `${periodWords(spec.period)}: ${format.dayRange(run.period.from, run.period.to)}`
        : periodWords(spec.period),
    ],
    [t('reports.par.filter'), filterWords],
    [t('reports.par.currency'), spec.currency ?? t('reportBuilder.currencyOwn')],
    ...rate,
    [t('reports.par.vat'), t(`costs.vat.${spec.vat}`)],
    [
      t('reports.par.page'),
      `${t(`reportBuilder.orientation.${spec.orientation}`)} · ${t(`reportBuilder.language.${spec.language}`)}`,
    ],
    [t('reports.par.blocks'), spec.blocks.map(({ kind }) => t(`reportBuilder.kind.${kind}`)).join(', ')],
    [
      t('reports.par.made'),
      [
        format.instant(run.startedAtMs),
        ...(run.finishedAtMs === null || run.finishedAtMs === run.startedAtMs
          ? []
          : [
              t('reports.par.took', {
                seconds: format.number(secondsBetween(run.startedAtMs, run.finishedAtMs), 1),
              }),
            ]),
        run.byName ?? (run.scheduleId === null ? '' : t('reports.run.bySchedule')),
      ]
        .filter((word) => word !== '')
        .join(', '),
    ],
    [t('reports.par.asOf'), format.instant(run.asOfMs)],
  ]
  return (
    <section className={styles.section} aria-labelledby="run-parameters">
      <h3 id="run-parameters" className={styles.heading}>
        {t('reports.parameters')}
      </h3>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('reports.par.data')}</dt>
          <dd>
            <code className={styles.code} title={run.dataVersion}>
              {run.dataVersion}
            </code>
            {run.status === 'done' ? (
              <span className={styles.soft}>
                {t(run.isDataSame ? 'reports.dataSame' : 'reports.dataChanged')}
              </span>
            ) : null}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function useFilterWords({ where, filterId }: ReportSpec): string {
  const { t } = useText()
  const { nameOf } = useDimensions()
  const labelOf = useValueLabels(where)
  const filters = useCall('costFilters.list', {}, { enabled: filterId !== null })
  const saved = filters.data?.items.find(({ id }) => id === filterId)?.name
  const groups = where.map((group) =>
    group.map((condition) => conditionWords(condition, { nameOf, labelOf }, t)).join('; '),
  )
  const parts = [
    ...(groups.length > 0 ? [groups.join(` ${t('costs.where.or')} `)] : []),
    ...(filterId === null ? [] : [saved ?? t('reports.par.filterSaved')]),
  ]
  return parts.length === 0 ? t('reports.par.filterAll') : parts.join('; ')
}

import { useCallback, useMemo, useRef, useState } from 'react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { intoBin, intoGroup } from '#renderer/app/costs/chart/drill.ts'
import { useBinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import { groupLabels } from '#renderer/app/costs/chart/view.ts'
import type { Explanation, Reason } from '#renderer/app/costs/chart/why.ts'
import { whatOf } from '#renderer/app/costs/chart/why.ts'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { rememberLabels } from '#renderer/app/costs/use-value-labels.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import type { GridHandle } from '#renderer/ui/grid/types.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { groupWhere } from '#shared/lib/group-where.ts'
import type { PictureSlot } from '../use-chart-picture.ts'
import type { Explorer } from '../use-explorer.ts'
import { useSavedWhere } from '../use-saved-where.ts'
import { ChartSection } from './ChartSection.tsx'
import styles from './ExplorerBody.module.css'
import { FindField, type FindHandle } from './FindField.tsx'
import { LineDialog } from './LineDialog.tsx'
import { LinesPanel } from './LinesPanel.tsx'
import { LookSwitch } from './LookSwitch.tsx'
import { PivotPanel } from './PivotPanel.tsx'
import { RowsTable } from './RowsTable.tsx'
import { UsagePanel } from './UsagePanel.tsx'
import { WhyPanel } from './WhyPanel.tsx'

type Props = {
  explorer: Explorer
  /** The view that the answer belongs to. */
  shown: ViewSpec
  answer: Answer
  section: Section
  isBusy: boolean
  picture: PictureSlot
  onWhy: () => void
}

/** The answer: a picture of it where one is wanted, and its table, each row of which leads further down. */
export function ExplorerBody({ explorer, shown, answer, section, isBusy, picture, onWhy }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { levels, nameOf } = useDimensions()
  const words = useBinWords(shown.granularity)
  const { spec, page, go, back } = explorer
  const [line, setLine] = useState<LedgerLineView | null>(null)
  const where = useSavedWhere(shown)
  const { grid, find, keepFocus } = useFocusKept()
  const down = useCallback(
    (
      groupBy: readonly CostDimension[],
      keys: readonly (string | null)[],
      labels: readonly (string | null)[],
    ) => {
      rememberLabels(groupBy, keys, labels)
      const label = groupLabels({ keys: [...keys], labels: [...labels] }, groupBy, t, language).join(' · ')
      const { spec: next, isLines } = intoGroup(spec, groupBy, keys, levels)
      keepFocus()
      go({ spec: next, page: { lines: isLines, q: '' } }, { down: label || t('explorer.lines') })
    },
    [spec, levels, go, t, language, keepFocus],
  )
  const downBin = (bin: BinView): void => {
    go({ spec: intoBin(spec, bin) }, { down: words.title(bin) })
  }
  const onReason = (reason: Reason, explanation: Explanation): void => {
    const { groupBy, item, kind } = reason
    rememberLabels(groupBy, item.keys, item.labels)
    const range = kind === 'gone' ? explanation.compared : explanation.period
    keepFocus()
    go(
      {
        spec: {
          where: groupWhere(groupBy, item.keys, spec.where),
          ...(kind === 'gone' && range ? { period: { from: range.from, to: range.to } } : {}),
        },
        page: { lines: true, q: '' },
      },
      { down: whatOf(reason, t, language) },
    )
  }
  const onBack = useCallback(() => {
    keepFocus()
    back()
  }, [back, keepFocus])
  const onType = useCallback((text: string) => find.current?.type(text), [find])
  usePageActions(
    useMemo(
      () => [
        { id: 'why', label: t('explorer.why'), keys: 'w', run: onWhy },
        {
          id: 'find',
          label: t('explorer.find'),
          keys: 'f',
          run: () => find.current?.focus(),
        },
      ],
      [t, onWhy, find],
    ),
  )
  const range = format.dayRange(answer.period.from, answer.period.to)
  const label = t('explorer.tableLabel', {
    by: answer.groupBy.map(nameOf).join(', ') || t('explorer.total'),
    range,
  })
  const isPicture = !page.lines && ['bars', 'lines', 'treemap', 'pie'].includes(shown.look)
  const isPivot = shown.look === 'pivot' && answer.groupBy.length > 1
  return (
    <div className={styles.body} data-stale={isBusy ? '' : undefined}>
      {page.lines ? null : (
        <div className={styles.looks}>
          <LookSwitch value={shown.look} onChange={(look) => go({ spec: { look } }, 'look')} />
        </div>
      )}
      {isPicture ? (
        <ChartSection
          spec={shown}
          answer={answer}
          section={section}
          picture={picture}
          onPart={({ keys }) => {
            const group = section.groups.find((each) => each.keys === keys)
            if (group) down(answer.groupBy, group.keys, group.labels)
          }}
          onBin={downBin}
        />
      ) : null}
      {!page.lines && shown.look === 'waterfall' ? (
        <Card>
          <WhyPanel spec={shown} unit={section.unit} picture={picture} onLines={onReason} />
        </Card>
      ) : null}
      {!page.lines && shown.look === 'pivot' && !isPivot ? (
        <p className={styles.hint}>{t('explorer.pivotNeeds')}</p>
      ) : null}
      {isPivot && !page.lines ? null : (
        <FindField
          ref={find}
          label={t('explorer.find')}
          placeholder={t(page.lines ? 'ledger.search' : 'explorer.find')}
          value={page.q}
          onChange={(q) => go({ page: { q } }, 'look')}
          onDown={() => grid.current?.focus()}
        />
      )}
      {page.lines ? (
        <LinesPanel
          ref={grid}
          range={answer.period}
          where={where}
          currency={
            shown.currency === null && answer.sections.length > 1 && isCurrency(section.unit)
              ? section.unit
              : null
          }
          search={page.q}
          metric={shown.metric}
          onOpen={setLine}
          onBack={onBack}
          onType={onType}
        />
      ) : isPivot ? (
        <PivotPanel
          ref={grid}
          spec={shown}
          answer={answer}
          section={section}
          label={label}
          onOpen={(keys) => down(answer.groupBy.slice(0, -1), keys, keys)}
          onBack={onBack}
        />
      ) : shown.look === 'usage' ? (
        <UsagePanel
          ref={grid}
          spec={shown}
          search={page.q}
          label={label}
          onOpen={(item) => down(['resource'], [item.key], [item.name])}
          onBack={onBack}
          onType={onType}
        />
      ) : (
        <RowsTable
          ref={grid}
          spec={shown}
          answer={answer}
          section={section}
          unit={section.unit === page.unit ? page.unit : null}
          search={page.q}
          isBusy={isBusy}
          label={label}
          onSort={(by) =>
            go(
              {
                spec: {
                  sort: {
                    by,
                    isDescending: spec.sort.by === by ? !spec.sort.isDescending : by !== 'name',
                  },
                },
              },
              'look',
            )
          }
          onOpen={(group) => down(answer.groupBy, group.keys, group.labels)}
          onBack={onBack}
          onType={onType}
        />
      )}
      <LineDialog line={line} onClose={() => setLine(null)} />
    </div>
  )
}

/** The table that comes after a step takes the keys over from the one that was there. */
function useFocusKept() {
  const handle = useRef<GridHandle | null>(null)
  const isWanted = useRef(false)
  const find = useRef<FindHandle>(null)
  const give = useCallback((): void => {
    if (!isWanted.current || !handle.current) return
    const { activeElement } = document
    isWanted.current = false
    if (activeElement === null || activeElement === document.body) handle.current.focus()
  }, [])
  const grid = useMemo(
    () => ({
      get current() {
        return handle.current
      },
      set current(next: GridHandle | null) {
        handle.current = next
        give()
      },
    }),
    [give],
  )
  const keepFocus = useCallback((): void => {
    isWanted.current = true
  }, [])
  return { grid, find, keepFocus }
}

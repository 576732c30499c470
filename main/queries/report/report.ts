import type { ReportProblem } from '#main/core/report/built.ts'
import type { DocBlock } from '#main/core/report/document.ts'
import { reportTexts } from '#main/core/report/texts/report-texts.ts'
import type { CostWhere, ViewSpec, ViewSpecInput } from '#shared/contract/costs.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { addMonths, firstOfMonth } from '#shared/lib/day.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import { type ReportProblemCode, reportProblemText } from '#shared/texts/report-problems.ts'
import { wordsOf } from '../explorer/words.ts'
import { getChart } from '../explorer-chart.query.ts'
import type { Scope } from '../scope.ts'
import { readCostFilter } from '../views.query.ts'

export type ReportOptions = {
  /** Whose report it is, as its head says. */
  organisation: string
  /** A preview shows the first rows of its tables. */
  isPreview: boolean
}

type Chart = CallOutput<'explorer.getChart'>
/** What a view within a report is asked with. */
type Seen = { view: ViewSpec; isOwn: boolean; months: number | null }

/** More groups of conditions than that are no filter that anybody wrote. */
const MOST_GROUPS = 400

/** A block that cannot be worked out says so in its place. */
export class Untold extends Error {
  readonly code: ReportProblemCode
  readonly subject: string | null
  constructor(code: ReportProblemCode, subject: string | null = null) {
    super(code)
    this.code = code
    this.subject = subject
  }
}

export type Report = ReturnType<typeof openReport>

/** What the blocks of one report share: its days, filter and words, and the totals that several of them tell. */
export function openReport(scope: Scope, spec: ReportSpec, options: ReportOptions) {
  const { language } = spec
  const period = resolveViewPeriod(spec.period, scope.today)
  // Acts, the close and what 1C is given are the organisation's, by its own rule for rates.
  const costScope: Scope = spec.rateRule === null ? scope : { ...scope, rateRule: spec.rateRule }
  const problems: ReportProblem[] = []
  const said = new Set<string>()

  function tell(blockId: string | null, code: string, subject: string | null): void {
    const id = JSON.stringify([blockId, code, subject])
    if (said.has(id)) return
    said.add(id)
    problems.push({ blockId, code, subject })
  }

  const saved = spec.filterId === null ? [] : readCostFilter(scope, spec.filterId)
  if (saved === null) tell(null, 'filter.gone', null)
  const where = within(saved ?? [], spec.where)

  /** The report's own costs, cut as asked. */
  const ownView = (own: Omit<ViewSpecInput, 'where'> & { where?: CostWhere }): ViewSpec => ({
    ...viewSpec.parse({ groupBy: [], granularity: 'total', ...own }),
    ...('period' in own ? {} : { period: spec.period }),
    vat: spec.vat,
    currency: spec.currency,
    where: 'where' in own ? within(where, own.where ?? []) : where,
    filterId: null,
  })

  function viewOf({ view, isOwn, months }: Seen): ViewSpec {
    if (isOwn) return view
    return {
      ...view,
      period: months === null ? spec.period : monthsUpTo(period, months),
      vat: spec.vat,
      currency: spec.currency,
      where: within(where, view.where),
    }
  }

  function chartOf(blockId: string | null, view: ViewSpec): Chart {
    const chart = getChart(costScope, { spec: view })
    for (const { code, subject } of chart.problems) tell(blockId, code, subject)
    return chart
  }

  let kept: Chart | null = null
  /** All of the report's costs against the period before, a section for each currency. */
  function totals(): Chart {
    kept ??= chartOf(null, ownView({ comparison: 'previous' }))
    return kept
  }

  return {
    scope,
    /** For questions about costs. */
    costScope,
    spec,
    options,
    language,
    period,
    where,
    problems,
    t: reportTexts[language],
    words: wordsOf(scope, language),
    tell,
    ownView,
    viewOf,
    chartOf,
    totals,
    sections: (): SectionView[] => totals().sections.filter(({ isCurrency }) => isCurrency),
    /** One sentence in place of a block, which the list of problems has too. */
    untold(blockId: string, title: string, code: ReportProblemCode, subject: string | null = null): DocBlock {
      tell(blockId, code, subject)
      return sentence(blockId, title, reportProblemText({ code, subject }, language))
    },
  }
}

const sentence = (id: string, title: string, text: string): DocBlock => ({
  kind: 'text',
  id,
  title,
  paragraphs: [text],
})

const monthsUpTo = ({ to }: DayRange, months: number): DayRange => ({
  from: addMonths(firstOfMonth(to), 1 - months),
  to,
})

/** Both hold; a product that no question could carry is refused and not cut. */
function within(one: CostWhere, other: CostWhere): CostWhere {
  if (Math.max(1, one.length) * Math.max(1, other.length) > MOST_GROUPS) throw new Untold('filter.tooWide')
  return bothOf(one, other)
}

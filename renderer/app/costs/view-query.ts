import {
  dimensionValue,
  type ViewPeriod,
  type ViewSpec,
  viewPeriod,
  viewSpec,
} from '#shared/contract/costs.ts'
import { groupTexts, readWhere } from './where-text.ts'

/** A view as nobody has changed it. */
export const plainView: ViewSpec = viewSpec.parse({})

const { shape } = viewSpec

/** Fields that are one word each, with their names in an address. */
const WORDS = {
  metric: 'm',
  vat: 'vat',
  granularity: 'g',
  comparison: 'vs',
  look: 'look',
  currency: 'cur',
  filterId: 'f',
  budgetId: 'b',
} as const
type Word = keyof typeof WORDS

const SHORT = {
  period: 'p',
  isCumulative: 'sum',
  groupBy: 'by',
  where: 'w',
  top: 'top',
  sort: 'sort',
} as const

const periodText = (period: ViewPeriod): string =>
  'preset' in period ? period.preset : `${period.from}..${period.to}`

function readPeriod(text: string): unknown {
  const [from, to] = text.split('..')
  return to === undefined ? { preset: from } : { from, to }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs from a plain view, and nothing else: an address is short enough to be read. */
export function paramsOfView(spec: ViewSpec): URLSearchParams {
  const params = new URLSearchParams()
  const put = (name: string, text: string | null, isPlain: boolean): void => {
    if (!isPlain && text !== null) params.append(name, text)
  }
  const words = Object.entries(WORDS) as [Word, string][]
  put(SHORT.period, periodText(spec.period), isSame(spec.period, plainView.period))
  for (const [field, name] of words) put(name, spec[field], spec[field] === plainView[field])
  put(SHORT.isCumulative, '1', !spec.isCumulative)
  if (!isSame(spec.groupBy, plainView.groupBy)) {
    for (const dimension of spec.groupBy) params.append(SHORT.groupBy, dimension)
    // No grouping at all has to be said too.
    if (spec.groupBy.length === 0) params.append(SHORT.groupBy, '')
  }
  for (const group of groupTexts(spec.where)) params.append(SHORT.where, group)
  put(SHORT.top, String(spec.top), spec.top === plainView.top)
  put(SHORT.sort, `${spec.sort.isDescending ? '-' : ''}${spec.sort.by}`, isSame(spec.sort, plainView.sort))
  return params
}

type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }

/** An address may hold anything: what makes no sense there is as in a plain view. */
function orPlain<T>(schema: Schema<T>, value: unknown, otherwise: T): T {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : otherwise
}

/** An empty word means no grouping; words of which none makes sense are as good as none said. */
function readGroupBy(texts: readonly string[] | null): ViewSpec['groupBy'] {
  if (texts === null) return plainView.groupBy
  const known = [...new Set(texts)].filter((text) => dimensionValue.safeParse(text).success)
  if (known.length === 0 && !texts.includes('')) return plainView.groupBy
  return known.slice(0, 3) as ViewSpec['groupBy']
}

export function viewOfParams(params: URLSearchParams): ViewSpec {
  const word = <F extends Word>(field: F): ViewSpec[F] => {
    const text = params.get(WORDS[field])
    const schema = shape[field] as unknown as Schema<ViewSpec[F]>
    return text === null ? plainView[field] : orPlain(schema, text, plainView[field])
  }
  const period = params.get(SHORT.period)
  const top = params.get(SHORT.top)
  const sort = params.get(SHORT.sort)
  return {
    metric: word('metric'),
    vat: word('vat'),
    period: period === null ? plainView.period : orPlain(viewPeriod, readPeriod(period), plainView.period),
    granularity: word('granularity'),
    isCumulative: params.get(SHORT.isCumulative) === '1',
    groupBy: readGroupBy(params.has(SHORT.groupBy) ? params.getAll(SHORT.groupBy) : null),
    where: readWhere(params.getAll(SHORT.where)),
    filterId: word('filterId'),
    comparison: word('comparison'),
    budgetId: word('budgetId'),
    top: top === null ? plainView.top : orPlain(shape.top, Number(top), plainView.top),
    look: word('look'),
    currency: word('currency'),
    sort:
      sort === null
        ? plainView.sort
        : orPlain(
            shape.sort,
            { by: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') },
            plainView.sort,
          ),
  }
}

/** Where a view opens: the part of an address that other pages, tiles and letters carry. */
export function linkOfView(spec: ViewSpec): string {
  const query = paramsOfView(spec).toString()
  return query === '' ? '/costs' : `/costs?${query}`
}

/** The view that a pasted address or a part of one asks for; null where it is no address of this page. */
export function viewOfLink(text: string): ViewSpec | null {
  const match = /(?:^|\/)costs\/?(\?[^#\s]*)?(?:#\S*)?$/.exec(text.trim())
  return match ? viewOfParams(new URLSearchParams(match[1] ?? '')) : null
}

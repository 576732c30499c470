import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'

type Spec = CallInput<'explorer.getChart'>['spec']
type Rows = CallInput<'explorer.listRows'>

/** The nine questions as the explorer's page asks them; `of` is the same question to the ledger, and to DuckDB. */
export type ExplorerQuestion = { of: string } & (
  | { call: 'explorer.getChart'; input: { spec: Spec } }
  | { call: 'explorer.listRows'; input: Rows }
  | { call: 'explorer.countFilter'; input: CallInput<'explorer.countFilter'> }
)

const days = (from: string, to: string) => ({ from: day(from), to: day(to) })
const YEAR = days('2025-11-01', '2026-11-30')
const OCTOBER = days('2026-10-01', '2026-10-31')

const chart = (of: string, spec: Spec): ExplorerQuestion => ({
  of,
  call: 'explorer.getChart',
  input: { spec: { comparison: 'none', ...spec } },
})

export const explorerQuestions = (resource: string): readonly ExplorerQuestion[] => [
  chart('30 days by day and provider', {
    period: days('2026-10-21', '2026-11-19'),
    granularity: 'day',
    groupBy: ['provider'],
  }),
  chart('services, month against month', {
    period: OCTOBER,
    granularity: 'total',
    groupBy: ['service'],
    comparison: 'previous',
    top: 20,
  }),
  chart('a month by the values of a tag', {
    period: OCTOBER,
    granularity: 'total',
    groupBy: ['tag:team'],
    top: 50,
  }),
  chart('one resource by day, thirteen months', {
    period: YEAR,
    granularity: 'day',
    groupBy: [],
    where: [[{ dimension: 'resource', op: 'is', values: [resource] }]],
  }),
  {
    of: 'the twenty resources that moved most',
    call: 'explorer.listRows',
    input: {
      spec: {
        period: OCTOBER,
        granularity: 'total',
        groupBy: ['resource'],
        comparison: 'previous',
        sort: { by: 'change', isDescending: true },
      },
      offset: 0,
      limit: 20,
    },
  },
  chart('a service, a region and a tag, by account', {
    period: YEAR,
    granularity: 'total',
    groupBy: ['connection'],
    where: [
      [
        { dimension: 'service', op: 'is', values: ['Service 7', 'Service 14', 'Service 42'] },
        { dimension: 'region', op: 'is', values: ['region-3', 'region-9', 'region-12'] },
        { dimension: 'tag:env', op: 'is', values: ['prod'] },
      ],
    ],
  }),
  {
    of: 'how many resources a month has',
    call: 'explorer.countFilter',
    input: { where: [], ...OCTOBER },
  },
  chart('the month so far against ten budgets', {
    period: days('2026-11-01', '2026-11-19'),
    granularity: 'day',
    groupBy: ['connection'],
  }),
  chart('thirteen months by provider', { period: YEAR, granularity: 'month', groupBy: ['provider'] }),
]

const resources: Spec = { period: YEAR, granularity: 'month', groupBy: ['resource'] }

/** What else the page asks, of fifty thousand resources above all. */
export const otherExplorerCalls: readonly {
  name: string
  call: 'explorer.getChart' | 'explorer.listRows' | 'explorer.listValues' | 'explorer.explain'
  input: unknown
}[] = [
  { name: 'resources by month: the chart', call: 'explorer.getChart', input: { spec: resources } },
  {
    name: 'resources by month: the first window',
    call: 'explorer.listRows',
    input: { spec: { ...resources, comparison: 'none' }, offset: 0, limit: 100 },
  },
  {
    name: 'resources by day: the first window',
    call: 'explorer.listRows',
    input: { spec: { ...resources, granularity: 'day', comparison: 'none' }, offset: 0, limit: 100 },
  },
  {
    name: 'resources by month: amid them, by name',
    call: 'explorer.listRows',
    input: {
      spec: { ...resources, sort: { by: 'name', isDescending: false } },
      offset: 12_000,
      limit: 100,
    },
  },
  {
    name: 'resources by month: a word in them',
    call: 'explorer.listRows',
    input: { spec: resources, search: 'machine-12', offset: 0, limit: 100 },
  },
  {
    name: 'project, service and tag by week',
    call: 'explorer.getChart',
    input: { spec: { period: YEAR, granularity: 'week', groupBy: ['project', 'service', 'tag:team'] } },
  },
  {
    name: 'invoices by month, without VAT',
    call: 'explorer.getChart',
    input: { spec: { period: YEAR, granularity: 'month', groupBy: ['invoice', 'service'], vat: 'without' } },
  },
  {
    name: 'quantities of a service by day',
    call: 'explorer.getChart',
    input: {
      spec: {
        period: YEAR,
        metric: 'quantity',
        groupBy: ['sku'],
        where: [[{ dimension: 'service', op: 'contains', values: ['service 7'] }]],
      },
    },
  },
  {
    name: 'everything in roubles, resources by month',
    call: 'explorer.getChart',
    input: { spec: { ...resources, currency: 'RUB' } },
  },
  {
    name: 'why October differs, by service',
    call: 'explorer.explain',
    input: { spec: { period: OCTOBER, granularity: 'total', groupBy: ['service'], comparison: 'previous' } },
  },
  {
    name: 'values of a dimension',
    call: 'explorer.listValues',
    input: { dimension: 'resource', search: '0123' },
  },
]

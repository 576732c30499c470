import { expect, it } from 'vitest'
import { listAlerts } from '#main/queries/alerts.query.ts'
import { getAbout } from '#main/queries/app.query.ts'
import { listBudgets } from '#main/queries/budgets.query.ts'
import { listChanges } from '#main/queries/changes.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getUtilization } from '#main/queries/dashboard-utilization.query.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { listFilters } from '#main/queries/filters.query.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import { getResourceCosts } from '#main/queries/resource-costs.query.ts'
import { getResource, getResourceRaw } from '#main/queries/resource-details.query.ts'
import { listSections } from '#main/queries/resource-sections.query.ts'
import { getResourceUsage } from '#main/queries/resource-usage.query.ts'
import { listResourceVersions } from '#main/queries/resource-versions.query.ts'
import { listResourceIds, listResources } from '#main/queries/resources.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { listSnapshots } from '#main/queries/snapshots.query.ts'
import { listTypeRules, listUnrecognised } from '#main/queries/unrecognised.query.ts'
import { getBoard, listCostFilters, listViews } from '#main/queries/views.query.ts'
import { exportBoard } from '#main/services/table-export/board-export.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import { contract } from '#shared/contract/index.ts'
import type { TestPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { NOVEMBER, openSeeded } from './seed.ts'

/** Every question that can be asked of a workspace. */
function answers(scope: Scope, ports: TestPorts): Record<string, unknown> {
  const resources = contract['resources.list'].input.parse({
    spendFrom: NOVEMBER.from,
    spendTo: NOVEMBER.to,
  })
  const period = NOVEMBER
  const specs = (['provider', 'service', 'connection', 'resource'] as const).map((by) =>
    viewSpec.parse({ period: { from: period.from, to: period.to }, groupBy: [by] }),
  )
  return {
    summary: getSummary(scope, { period }),
    charts: specs.map((spec) => getChart(scope, { spec })),
    rows: specs.map((spec) => listRows(scope, contract['explorer.listRows'].input.parse({ spec }))),
    views: listViews(scope),
    costFilters: listCostFilters(scope),
    board: getBoard(scope, 'A-user'),
    utilization: getUtilization(scope, { period }),
    alerts: listAlerts(scope),
    connections: listConnections(scope, { hasArchived: true }),
    snapshots: listSnapshots(scope, contract['sync.listSnapshots'].input.parse({})),
    foreignSnapshots: listSnapshots(
      scope,
      contract['sync.listSnapshots'].input.parse({ connectionId: 'B-selectel' }),
    ),
    filters: listFilters(scope),
    unrecognised: listUnrecognised(scope, contract['unrecognised.list'].input.parse({ state: 'all' })),
    rules: listTypeRules(scope),
    changes: listChanges(scope, contract['changes.list'].input.parse({ connectionId: 'A-selectel' })),
    budgets: listBudgets(scope),
    recommendations: listRecommendations(scope, contract['recommendations.list'].input.parse({})),
    resources: listResources(scope, resources),
    found: listResources(scope, { ...resources, filter: { search: 'ромашка' } }),
    foreign: listResources(scope, { ...resources, filter: { connectionId: 'B-selectel' } }),
    sections: listSections(scope, { filter: {} }),
    ids: listResourceIds(scope, { filter: {} }),
    about: getAbout(scope, {
      ports: { ...ports, paths: { ...ports.paths, dataFolder: '' } },
      storeBytes: 1,
      sqlite: '3',
    }),
    export: exportBoard(scope, {
      period: { from: period.from, to: period.to },
      tiles: specs.map((spec) => ({ title: 'Плитка', spec })),
      language: 'ru',
    }),
  }
}

it('answers of one workspace do not change by a byte when another stands beside it', async () => {
  const alone = await openSeeded(tempFolder(), ['A'])
  const between = await openSeeded(tempFolder(), ['A', 'B'])
  try {
    const expected = answers(alone.scope, alone.ports)
    const found = answers(between.scope, between.ports)
    for (const [question, answer] of Object.entries(found))
      expect(answer, question).toEqual(expected[question])
    expect(JSON.stringify(found)).not.toMatch(/"B[- ]/)
  } finally {
    alone.store.close()
    between.store.close()
  }
})

it('a resource of another workspace has no recommendations, no name and no row here', async () => {
  const { store, scope } = await openSeeded(tempFolder(), ['A', 'B'])
  try {
    const foreign = { ...scope, workspaceId: 'B-workspace' }
    const theirs = listRecommendations(foreign, contract['recommendations.list'].input.parse({}))
    const resourceId = theirs.items[0]?.resourceId
    expect(resourceId).toBeTypeOf('number')
    expect(
      listRecommendations(scope, contract['recommendations.list'].input.parse({ resourceId })).items,
    ).toEqual([])
  } finally {
    store.close()
  }
})

it('a resource or a connection of another workspace is not there at all', async () => {
  const { store, scope } = await openSeeded(tempFolder(), ['A', 'B'])
  try {
    const theirs = { ...scope, workspaceId: 'B-workspace' }
    const [id = 0] = listResourceIds(theirs, { filter: {} }).ids
    const { from, to } = NOVEMBER
    const page = { offset: 0, limit: 10 }
    expect(id).toBeGreaterThan(0)
    const asked = [
      () => getResource(scope, { id, spendFrom: from, spendTo: to }),
      () => getResourceCosts(scope, { id, from, to }),
      () => getResourceUsage(scope, { id, from, to }),
      () => listResourceVersions(scope, { id, ...page }),
      () => getResourceRaw(scope, { id }),
    ]
    for (const ask of asked) expect(ask).toThrow('resource.notFound')
    expect(() => listChanges(scope, { connectionId: 'B-selectel', search: '', ...page })).toThrow(
      'connection.notFound',
    )
    expect(listResources(scope, { ...listInput(id), ...page }).total).toBe(0)
  } finally {
    store.close()
  }
})

const listInput = (id: number) =>
  contract['resources.list'].input.parse({
    filter: { id },
    spendFrom: NOVEMBER.from,
    spendTo: NOVEMBER.to,
  })

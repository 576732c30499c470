import { expect, it } from 'vitest'
import { listAlerts } from '#main/queries/alerts.query.ts'
import { getAbout } from '#main/queries/app.query.ts'
import { listBudgets } from '#main/queries/budgets.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { listMovers, listSpenders } from '#main/queries/dashboard-ranks.query.ts'
import { getSpend } from '#main/queries/dashboard-spend.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getUtilization } from '#main/queries/dashboard-utilization.query.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { exportDashboard } from '#main/services/export/dashboard-export.ts'
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
  const ranked = (['resource', 'service', 'connection'] as const).map((by) => ({ period, by, limit: 50 }))
  const grouped = (['provider', 'service', 'connection'] as const).map((groupBy) => ({ period, groupBy }))
  return {
    summary: getSummary(scope, { period }),
    spend: grouped.map((input) => getSpend(scope, input)),
    spenders: ranked.map((input) => listSpenders(scope, input)),
    movers: ranked.map((input) => listMovers(scope, input)),
    utilization: getUtilization(scope, { period }),
    alerts: listAlerts(scope),
    connections: listConnections(scope),
    budgets: listBudgets(scope),
    recommendations: listRecommendations(scope, contract['recommendations.list'].input.parse({})),
    resources: listResources(scope, resources),
    found: listResources(scope, { ...resources, search: 'ромашка' }),
    foreign: listResources(scope, { ...resources, connectionId: 'B-selectel' }),
    about: getAbout(scope, {
      ports: { ...ports, paths: { ...ports.paths, dataFolder: '' } },
      storeBytes: 1,
      sqlite: '3',
    }),
    export: grouped.map((input) => exportDashboard(scope, { ...input, language: 'ru' })),
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

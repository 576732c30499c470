import { expect, it } from 'vitest'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { listLadders } from '#main/queries/reconciliation.query.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { openStore } from '#main/store/open.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

it('the demo company has an act that is 1 204,18 ₽ higher: a correction of 1 200 and rounding', async () => {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  const { workspaceId } = createDemo({ store, ports }).ensure()
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const ladders = listLadders(scopeOf(store, ports, workspaceId, { ledger }), '2026-10')
  store.close()
  const differing = ladders.filter(({ difference }) => difference !== '0')
  expect(differing).toMatchObject([
    {
      ...{ name: 'Selectel BU-A (prod)', difference: '1204.18', isEqual: false },
      causes: [
        { kind: 'correction', amount: '1200', facts: { day: '2026-10-31' } },
        { kind: 'rounding', amount: '4.18' },
      ],
    },
  ])
  expect(ladders.every(({ act }) => act !== null)).toBe(true)
})

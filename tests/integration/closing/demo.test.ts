import { expect, it } from 'vitest'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { listLadders } from '#main/queries/reconciliation.query.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { openStore } from '#main/store/open.ts'
import { insertSignature } from '#main/store/repos/reconciliations.repo.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scopeOf } from '../queries/seed.ts'

it('the demo company has an act that is 1 204,18 ₽ higher: a correction of 1 200 and rounding', async () => {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  const demo = createDemo({ store, ports })
  const { workspaceId } = demo.ensure()
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const scope = scopeOf(store, ports, workspaceId, { ledger })
  const ladders = listLadders(scope, '2026-10')
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

  // As on the first day: what a person has signed is gone with the rest.
  const { connectionId = '' } = differing[0] ?? {}
  store.transaction((db) =>
    insertSignature(db, {
      ...{ workspaceId, connectionId, month: '2026-10', difference: '1204.18', fingerprint: 'x' },
      signedAtMs: 1,
    }),
  )
  expect(listLadders(scope, '2026-10').filter(({ signed }) => signed)).toHaveLength(1)
  demo.reset(workspaceId)
  expect(listLadders(scope, '2026-10').filter(({ signed }) => signed)).toEqual([])
  store.close()
})

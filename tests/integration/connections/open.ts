import type { Session } from '#main/core/model/session.ts'
import { createOpenAccount } from '#main/services/accounts/open-account.ts'
import { createConnections } from '#main/services/connections/connections.service.ts'
import { createNetwork } from '#main/services/network/network.service.ts'
import { createVault } from '#main/services/vault/vault.service.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import type { CallInput, ParsedInput } from '#shared/contract/index.ts'
import { type BegetFake, startBegetFake } from '#tests/fakes/beget/start.ts'
import type { BegetOptions } from '#tests/fakes/beget/state.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { addOrganisation, sessionIn } from '#tests/support/vault.ts'

type Options = { beget?: BegetOptions; folder: string; checkTimeoutMs?: number }

export type Opened = Awaited<ReturnType<typeof openConnections>>

/** The service over a real store, a keychain in memory and a Beget on the loopback. */
export async function openConnections({ folder, beget, checkTimeoutMs }: Options) {
  const ports: TestPorts = testPorts(folder)
  const fake: BegetFake = await startBegetFake({ ...beget, nowMs: ports.clock.nowMs })
  const store: Store = await openStore(ports)
  const vault = createVault({ store, ports })
  const network = createNetwork({ store, vault, ports, cut: () => undefined })
  const openAccount = createOpenAccount({ ports, network })
  const stopped: string[] = []
  const events: string[] = []
  const connections = createConnections({
    store,
    ports,
    vault,
    openAccount,
    sync: {
      stop: async (id) => {
        stopped.push(id)
      },
    },
    emit: (name, workspaceId) => events.push(`${name} ${workspaceId}`),
    ...(checkTimeoutMs === undefined ? {} : { checkTimeoutMs }),
  })
  return {
    ports,
    fake,
    store,
    vault,
    connections,
    /** What was asked to stop synchronising. */
    stopped,
    events,
    async close(): Promise<void> {
      await connections.close()
      store.close()
      await fake.close()
    },
  }
}

export const anna: Session = sessionIn('w1')
export const boris: Session = sessionIn('w2')

export function addPeople(store: Store): void {
  addOrganisation(store, { id: 'w1' })
  addOrganisation(store, { id: 'w2' })
}

type Form = Pick<ParsedInput<'connections.add'>, 'settings' | 'secrets'>

/** The form as a person who knows the account fills it in. */
export const formOf = ({ settings, secrets }: BegetFake, over: Partial<Form> = {}): Form => ({
  settings: { ...settings, ...over.settings },
  secrets: { ...secrets, ...over.secrets },
})

export const newBeget = (
  fake: BegetFake,
  over: Partial<CallInput<'connections.add'>> = {},
): ParsedInput<'connections.add'> => ({
  provider: 'beget',
  name: 'Beget, прод',
  schedule: { kind: 'every', hours: 24, quiet: null },
  ...formOf(fake),
  ...over,
})

import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Ways = Pick<Ports, 'net' | 'mail' | 'policy'>

/** Why nothing may go out now; null where it may. */
export function refusalOf({ policy, isSwitchedOff }: Asking): AppError | null {
  const { isOffline, isBroken, path } = policy.read()
  if (isBroken) return new AppError('policy.bad', { path })
  if (isOffline) return new AppError('net.policy')
  return isSwitchedOff() ? new AppError('net.offline') : null
}

type Asking = Pick<Ports, 'policy'> & { isSwitchedOff(): boolean }

/**
 * The only ways out that the backend has. Nothing leaves while the network is off, and what is under way when it is
 * switched off ends there.
 */
export function createWayOut({ net, mail, policy }: Ways, isSwitchedOff: () => boolean) {
  const underWay = new Set<AbortController>()

  async function passing<T>(signal: AbortSignal, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const refusal = refusalOf({ policy, isSwitchedOff })
    if (refusal) throw refusal
    const cut = new AbortController()
    underWay.add(cut)
    try {
      return await send(AbortSignal.any([signal, cut.signal]))
    } finally {
      underWay.delete(cut)
    }
  }

  return {
    net: {
      send: (request) => passing(request.signal, (signal) => net.send({ ...request, signal })),
    } satisfies Ports['net'],
    mail: {
      send: (letter, server, timeoutMs, signal) =>
        passing(signal, (both) => mail.send(letter, server, timeoutMs, both)),
    } satisfies Ports['mail'],
    /** Ends what is on its way, as it may not be any more. */
    cut(): void {
      const refusal = refusalOf({ policy, isSwitchedOff })
      if (refusal) for (const one of underWay) one.abort(refusal)
    },
  }
}

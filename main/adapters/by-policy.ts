import type { Policy } from '#main/ports/policy.ts'
import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** The ways out as an administrator lets them be, whatever the program above them has been told. */
export function byPolicy(policy: Policy, { net, mail }: Pick<Ports, 'net' | 'mail'>) {
  function refuse(): void {
    const { isOffline, isBroken, path } = policy.read()
    if (isBroken) throw new AppError('policy.bad', { path })
    if (isOffline) throw new AppError('net.policy')
  }
  return {
    net: {
      async send(request) {
        refuse()
        return net.send(request)
      },
    },
    mail: {
      async send(...letter) {
        refuse()
        return mail.send(...letter)
      },
    },
  } satisfies Pick<Ports, 'net' | 'mail'>
}

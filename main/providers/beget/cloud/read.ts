import type { Client } from '../api/client.ts'
import type { Names } from '../common/finding.ts'
import { readListing } from '../listing.ts'
import { PARTS } from '../parts.ts'
import type { Run } from '../run.ts'
import { type Target, targetOfService } from '../usage/targets.ts'
import { normalizeService } from './normalize.ts'
import { wireService } from './wire.ts'

export const readServices = (run: Run, client: Client, names: Names, targets: Target[]): Promise<void> =>
  run.read(PARTS.services, () =>
    readListing(run, client, {
      part: PARTS.services,
      under: 'service',
      schema: wireService,
      isPaged: true,
      normalize: (wire) => normalizeService(wire, names),
      each: (wire) => targets.push(...[targetOfService(wire)].filter((target) => target !== null)),
    }),
  )

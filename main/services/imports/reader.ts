import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { StartReading } from './reading.ts'

/** Until there are importers: nothing is known. */
export const startReading: StartReading = ({ files }) => ({
  ended: Promise.reject(new AppError('import.notKnown', { name: files[0]?.name ?? '' })),
  cancel: () => undefined,
})

export const groupDeliveries = async <F extends GivenFile>(files: readonly F[]): Promise<F[][]> =>
  files.map((file) => [file])

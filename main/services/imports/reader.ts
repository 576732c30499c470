import type { GivenFile } from '#main/ports/inbox.ts'

export const groupDeliveries = async <F extends GivenFile>(files: readonly F[]): Promise<F[][]> =>
  files.map((file) => [file])

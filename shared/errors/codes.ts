/** Every failure that a user can meet. Sentences for them stand in shared/texts/errors.ts. */
const errorCodes = [
  'internal',
  'call.unknown',
  'call.tooLarge',
  'input.invalid',
  'auth.required',
  'auth.locked',
  'auth.forbidden',
  'auth.wrongPassword',
  'auth.tooManyAttempts',
  'people.weakPassword',
  'people.noPassword',
  'workspace.notFound',
  'workspace.nameTaken',
  'demo.notDemo',
  'resource.notFound',
  'backup.notFound',
  'backup.damaged',
  'backup.notKeeper',
  'store.busy',
  'store.closed',
  'store.corrupt',
  'store.diskFull',
  'store.ioFailed',
  'store.migrationFailed',
  'store.newer',
  'store.noPermission',
  'store.noSoundBackup',
  'store.readOnly',
  'store.sound',
  'store.tampered',
  'store.vanished',
  'host.offline',
  'host.saveFailed',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Plain facts for the sentence: names, counts, paths. Never a secret, never a stack. */
export type ErrorDetails = Record<string, string | number | boolean | null>

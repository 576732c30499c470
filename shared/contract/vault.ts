import { z } from 'zod'
import { command, query } from './call.ts'
import { nothing } from './values.ts'

const passphraseValue = z.string().min(1).max(500)

export const vaultKinds = ['keychain', 'passphrase'] as const
export type VaultKind = (typeof vaultKinds)[number]

const vaultView = z.object({
  /** Where the secrets of this installation lie; null until somebody has chosen. */
  kind: z.enum(vaultKinds).nullable(),
  /** Whether they can be read now. */
  isOpen: z.boolean(),
  keychain: z.enum(['ready', 'missing', 'locked', 'failed']),
  /** The system's own words for what is wrong with the keychain. */
  keychainDetail: z.string().nullable(),
  passphrase: z.enum(['absent', 'locked', 'open', 'damaged']),
  /** Connections whose secrets are kept, in all organisations. */
  connections: z.number(),
})
export type VaultView = z.infer<typeof vaultView>

export const vault = {
  'vault.getState': query({ permission: 'data.read', input: nothing, output: vaultView }),
  /**
   * Chooses the place; secrets that lie in the other one are moved, each removed there only when it can be read here.
   * `leavesBehind`: the present place does not open, go on without what is in it. `startsOver`: set the file whose
   * passphrase is forgotten, or which is damaged, aside and begin a new one.
   */
  'vault.update': command({
    permission: 'settings.write',
    input: z
      .object({
        kind: z.enum(vaultKinds),
        passphrase: passphraseValue.optional(),
        leavesBehind: z.boolean().default(false),
        startsOver: z.boolean().default(false),
      })
      .strict(),
    output: z.object({ moved: z.number() }),
    causes: ['vault.changed'],
    reach: 'everyone',
  }),
  'vault.unlock': command({
    permission: 'data.write',
    input: z.object({ passphrase: passphraseValue }).strict(),
    output: z.object({}),
    causes: ['vault.changed'],
    reach: 'everyone',
  }),
  'vault.lock': command({
    permission: 'data.write',
    input: nothing,
    output: z.object({}),
    causes: ['vault.changed'],
    reach: 'everyone',
  }),
  'vault.updatePassphrase': command({
    permission: 'settings.write',
    input: z.object({ currentPassphrase: passphraseValue, newPassphrase: passphraseValue }).strict(),
    output: z.object({}),
    causes: ['vault.changed'],
    reach: 'everyone',
  }),
}

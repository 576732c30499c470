import { z } from 'zod'
import { command, query } from './call.ts'
import { labelValue, moneyValue, nothing, providerValue } from './values.ts'

const id = z.string().min(1).max(64)
export const monthValue = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** What the product would fetch if it had a network, brought in by hand. */
export const packageKinds = ['rates', 'prices', 'calendars', 'licence', 'updates'] as const
export type PackageKind = (typeof packageKinds)[number]

const packageView = z.object({
  id: z.string(),
  kind: z.enum(packageKinds),
  name: z.string(),
  version: z.string(),
  madeAtMs: z.number(),
  loadedAtMs: z.number(),
  byName: z.string().nullable(),
  keyName: z.string(),
  /** What it holds, for its sentence: how many rates, until which day. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The latest of its kind and name; older ones are history. */
  isCurrent: z.boolean(),
  /** Of `updates`: what is new, and files to be checked by their sums. Nothing of it is ever run. */
  release: z
    .object({ notes: z.string(), files: z.array(z.object({ name: z.string(), sha256: z.string() })) })
    .nullable(),
})
export type PackageView = z.infer<typeof packageView>

const keyView = z.object({
  id: z.string(),
  name: z.string(),
  /** SHA-256 of the public key in groups of four, to be read out on the telephone. */
  fingerprint: z.string(),
  addedAtMs: z.number(),
  byName: z.string().nullable(),
})

export const packages = {
  'packages.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(packageView), keys: z.array(keyView) }),
  }),
  /** A signed file, given to the host before. An unknown signer or a wrong signature is refused, nothing changes. */
  'packages.load': command({
    permission: 'settings.write',
    input: z.object({ token: id }).strict(),
    output: packageView,
    causes: ['packages.changed', 'rates.changed', 'data.changed'],
    reach: 'everyone',
  }),
  'packages.addKey': command({
    permission: 'settings.write',
    input: z.object({ name: labelValue, publicKeyPem: z.string().min(40).max(2000) }).strict(),
    output: z.object({ id: z.string(), fingerprint: z.string() }),
    causes: ['packages.changed'],
    reach: 'everyone',
  }),
  'packages.removeKey': command({
    permission: 'settings.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['packages.changed'],
    reach: 'everyone',
  }),

  /** What can be handed over, and what came from elsewhere. */
  'transfer.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      months: z.array(z.object({ month: monthValue, lines: z.number() })),
      /** Of this installation's own key; null before its first parcel. */
      fingerprint: z.string().nullable(),
      received: z.array(
        z.object({
          month: monthValue,
          senderName: z.string(),
          fingerprint: z.string(),
          connectionName: z.string().nullable(),
          lines: z.number(),
          mergedAtMs: z.number(),
          byName: z.string().nullable(),
          /** False: somebody has taken it back since. */
          isHere: z.boolean(),
        }),
      ),
    }),
  }),
  /** Chosen months for another installation: encrypted with a passphrase, signed with this installation's own key. */
  'transfer.start': command({
    permission: 'store.manage',
    input: z
      .object({ months: z.array(monthValue).min(1).max(240), passphrase: z.string().min(1).max(500) })
      .strict(),
    output: z.object({ id: z.string() }),
    causes: ['exports.progressed', 'packages.changed'],
  }),
  /** What a parcel holds and what of it is here already; nothing changes yet. */
  'transfer.open': command({
    permission: 'data.write',
    input: z.object({ token: id, passphrase: z.string().min(1).max(500) }).strict(),
    output: z.object({
      organisation: z.string(),
      madeAtMs: z.number(),
      fingerprint: z.string(),
      /** `new`: nothing came from there before. `changed`: what came from there had another key. Compare by telephone. */
      sender: z.enum(['known', 'new', 'changed']),
      months: z.array(
        z.object({
          month: monthValue,
          lines: z.number(),
          billed: z.array(moneyValue),
          /** `same`: nothing would change; `older`: what is here was made later. */
          state: z.enum(['new', 'same', 'replaces', 'older']),
        }),
      ),
      accounts: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          provider: providerValue,
          connectionName: z.string().nullable(),
        }),
      ),
    }),
    causes: [],
  }),
  /** All the chosen months or none. Figures that count so far for the same days of an account give way, as with files. */
  'transfer.merge': command({
    permission: 'data.write',
    input: z
      .object({
        token: id,
        passphrase: z.string().min(1).max(500),
        months: z.array(monthValue).min(1).max(240),
        /** The fingerprint was compared with the sender: needed when it is another one than before. */
        isSenderChecked: z.boolean().default(false),
      })
      .strict(),
    /** Months of accounts; `lines` of those that were put in. */
    output: z.object({
      added: z.number(),
      replaced: z.number(),
      same: z.number(),
      older: z.number(),
      lines: z.number(),
    }),
    causes: ['data.changed', 'connections.changed', 'imports.progressed', 'packages.changed'],
  }),
}

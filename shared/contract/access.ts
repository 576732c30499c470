import { z } from 'zod'
import { command, query } from './call.ts'
import { roles } from './permissions.ts'
import { dayValue, labelValue, nothing } from './values.ts'

const id = z.string().min(1).max(64)

/** Tokens by which commands sign in where nobody sits. */
export const access = {
  'tokens.list': query({
    permission: 'settings.write',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          role: z.enum(roles),
          byName: z.string(),
          /** Its first letters, to tell it by. */
          hint: z.string(),
          createdAtMs: z.number(),
          lastUsedAtMs: z.number().nullable(),
          expiresOn: dayValue.nullable(),
          isExpired: z.boolean(),
        }),
      ),
    }),
  }),
  /** Shown this one time; kept is a hash of it. Nobody gives away more than they have. */
  'tokens.add': command({
    permission: 'settings.write',
    input: z
      .object({ name: labelValue, role: z.enum(roles), expiresOn: dayValue.nullable().default(null) })
      .strict(),
    output: z.object({ id: z.string(), token: z.string() }),
    causes: ['tokens.changed'],
  }),
  'tokens.remove': command({
    permission: 'settings.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['tokens.changed'],
  }),
  'people.signInByToken': command({
    permission: 'public',
    input: z.object({ token: z.string().min(20).max(200) }).strict(),
    output: z.object({ workspaceName: z.string(), role: z.enum(roles) }),
    causes: ['session.changed'],
  }),
  /** For a command started by the very user of the system that owns the store. Null: the only organisation. */
  'people.signInAsSystem': command({
    permission: 'public',
    input: z.object({ organisation: z.string().max(120).nullable().default(null) }).strict(),
    output: z.object({ workspaceName: z.string(), role: z.enum(roles) }),
    causes: ['session.changed'],
  }),
}

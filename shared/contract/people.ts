import { z } from 'zod'
import { command } from './call.ts'
import { currencyValue, labelValue, nothing, timeZoneValue } from './values.ts'

/** Any text a person can type; bounded so that hashing cannot be abused. */
const passwordValue = z.string().min(1).max(200)

const done = z.object({})

export const people = {
  /** Creates the demo company when there is none, brings its figures up to today and signs in to it. */
  'people.startDemo': command({
    permission: 'public',
    input: nothing,
    output: done,
    causes: ['session.changed', 'data.changed'],
  }),
  'people.addWorkspace': command({
    permission: 'public',
    input: z
      .object({
        workspaceName: labelValue,
        userName: labelValue,
        password: passwordValue,
        currency: currencyValue,
        timeZone: timeZoneValue,
      })
      .strict(),
    output: done,
    causes: ['session.changed'],
  }),
  'people.signIn': command({
    permission: 'public',
    input: z
      .object({ userId: z.string().max(64), workspaceId: z.string().max(64), password: passwordValue })
      .strict(),
    output: done,
    causes: ['session.changed'],
  }),
  'people.signOut': command({
    permission: 'session',
    worksLocked: true,
    input: nothing,
    output: done,
    causes: ['session.changed'],
  }),
  'people.lock': command({
    permission: 'session',
    input: nothing,
    output: done,
    causes: ['session.changed'],
  }),
  'people.unlock': command({
    permission: 'session',
    worksLocked: true,
    input: z.object({ password: passwordValue }).strict(),
    output: done,
    causes: ['session.changed'],
  }),
  /** The person is at the desk: keeps the session from locking. Sent on real input, at most once a minute. */
  'people.touch': command({ permission: 'session', input: nothing, output: done, isAudited: false }),
  'people.updateProfile': command({
    permission: 'data.read',
    input: z.object({ userName: labelValue }).strict(),
    output: done,
    causes: ['session.changed'],
  }),
  'people.updatePassword': command({
    permission: 'data.read',
    input: z.object({ currentPassword: passwordValue, newPassword: passwordValue }).strict(),
    output: done,
    causes: ['session.changed'],
  }),
}

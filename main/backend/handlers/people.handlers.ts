import type { people } from '#shared/contract/people.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const peopleHandlers = ({ people: service }: Parts): HandlersOf<typeof people> => ({
  'people.startDemo': (_, { caller }) => service.startDemo(caller),
  'people.addWorkspace': (input, { caller }) => service.addWorkspace(input, caller),
  'people.signIn': (input, { caller }) => service.signIn(input, caller),
  'people.signOut': (_, { session }) => service.signOut(session),
  'people.lock': (_, { session }) => service.lock(session),
  'people.unlock': (input, { session }) => service.unlock(session, input.password),
  'people.touch': (_, { session }) => service.touch(session),
  'people.updateProfile': (input, { session }) => service.updateProfile(session, input.userName),
  'people.updatePassword': (input, { session }) => service.updatePassword(session, input),
})

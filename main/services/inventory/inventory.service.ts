import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'

type Empty = Record<string, never>

/** What people say of resources: fields against the provider, tags, notes, saved filters, types of what nobody knew. */
export type InventoryService = {
  update(session: Session, input: ParsedInput<'resources.update'>): Empty
  updateMany(session: Session, input: ParsedInput<'resources.updateMany'>): CallOutput<'resources.updateMany'>
  removeNote(session: Session, input: ParsedInput<'resources.removeNote'>): Empty
  addFilter(session: Session, input: ParsedInput<'filters.add'>): CallOutput<'filters.add'>
  removeFilter(session: Session, id: string): Empty
  updateUnrecognised(
    session: Session,
    input: ParsedInput<'unrecognised.update'>,
  ): CallOutput<'unrecognised.update'>
  removeRule(session: Session, id: number): Empty
}

export function createInventory(_parts: { store: Store; ports: Ports }): InventoryService {
  const later = (): never => {
    throw new Error('not written yet')
  }
  return {
    update: later,
    updateMany: later,
    removeNote: later,
    addFilter: later,
    removeFilter: later,
    updateUnrecognised: later,
    removeRule: later,
  }
}

import type { TabProps } from '../url.ts'
import { MarginsTab } from './MarginsTab.tsx'

/** Clients of a provider of services: what they cost, what they pay, what is left. */
export function ClientsTab(props: TabProps) {
  return <MarginsTab {...props} by="clients" />
}

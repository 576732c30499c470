import type { TabProps } from '../url.ts'
import { MarginsTab } from './MarginsTab.tsx'

/** Products and features: what they cost and what they bring. */
export function ProductsTab(props: TabProps) {
  return <MarginsTab {...props} by="products" />
}

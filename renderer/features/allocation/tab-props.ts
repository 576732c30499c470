import type { PeriodState } from '#renderer/app/period/use-period.ts'
import type { AllocationUrl, SetUrl } from './url.ts'

/** What every tab of the page is given. */
export type TabProps = { url: AllocationUrl; onChange: SetUrl; state: PeriodState; mayWrite: boolean }

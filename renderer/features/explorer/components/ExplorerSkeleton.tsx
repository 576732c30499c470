import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

/** The shape of an answer while it is on its way. */
export function ExplorerSkeleton() {
  return (
    <>
      <div aria-busy="true">
        <Skeleton width={260} height={32} />
      </div>
      <Card>
        <div aria-busy="true">
          <Skeleton height={372} radius={8} />
        </div>
      </Card>
      <div aria-busy="true">
        <Skeleton height={360} radius={10} />
      </div>
    </>
  )
}

import markUrl from '#resources/icons/mark.svg'

/** The product's mark; its name stands beside it or on the link around it. */
export function CloudMark({ size = 28 }: { size?: number }) {
  return <img src={markUrl} width={size} height={size} alt="" draggable={false} />
}

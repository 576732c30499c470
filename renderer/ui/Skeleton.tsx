import styles from './Skeleton.module.css'

type Props = { width?: number | string; height?: number | string; radius?: number }

/** A quiet stand-in of the final shape. Put `aria-busy` on what it stands in for. */
export function Skeleton({ width = '100%', height = 14, radius }: Props) {
  return (
    <span
      className={styles.skeleton}
      aria-hidden
      style={{ width, height, ...(radius === undefined ? {} : { borderRadius: radius }) }}
    />
  )
}

import { sparkline } from '../view.ts'
import styles from './Sparkline.module.css'

type Props = { amounts: readonly string[]; label: string }

const WIDTH = 76
const HEIGHT = 26

export function Sparkline({ amounts, label }: Props) {
  const path = sparkline(amounts.map(Number), WIDTH, HEIGHT - 4)
  if (path === '') return null
  return (
    <svg
      className={styles.line}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 -2 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path className={styles.area} d={`${path}L${WIDTH} ${HEIGHT - 2}L0 ${HEIGHT - 2}Z`} />
      <path className={styles.stroke} d={path} />
    </svg>
  )
}

import styles from './CostDrawing.module.css'

const DAYS = [
  [22, 14],
  [24, 15],
  [25, 16],
  [24, 17],
  [26, 17],
  [17, 10],
  [16, 9],
  [27, 18],
  [28, 19],
  [29, 20],
  [43, 22],
  [30, 20],
  [19, 12],
  [18, 11],
  [31, 22],
  [32, 23],
  [33, 24],
  [32, 24],
  [34, 25],
] as const

const STEP = 15
const FLOOR = 92

/** The shape of what the program shows: days in two layers, one of them out of line, and the way the month is heading. */
export function CostDrawing() {
  return (
    <svg viewBox="0 0 328 108" className={styles.drawing} aria-hidden="true">
      <line x1="0" y1={FLOOR + 0.5} x2="328" y2={FLOOR + 0.5} className={styles.floor} />
      {[62, 32].map((y) => (
        <line key={y} x1="0" y1={y} x2="328" y2={y} className={styles.grid} />
      ))}
      {DAYS.map(([low, high], i) => {
        const x = i * STEP + 2
        const isOdd = i === 10
        return (
          <g key={x}>
            <rect x={x} y={FLOOR - low} width="10" height={low} rx="1.5" className={styles.low} />
            <rect
              x={x}
              y={FLOOR - low - high - 1}
              width="10"
              height={high}
              rx="1.5"
              className={isOdd ? styles.odd : styles.high}
            />
          </g>
        )
      })}
      <path d="M283 34 L 298 30 L 313 26 L 328 22" className={styles.ahead} />
      <circle cx="283" cy="34" r="3.5" className={styles.now} />
    </svg>
  )
}

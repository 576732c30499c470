import { Calculator, HardDrive, MessagesSquare } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './BrandPanel.module.css'
import { CostDrawing } from './CostDrawing.tsx'

const POINTS = [
  ['exact', Calculator],
  ['local', HardDrive],
  ['clear', MessagesSquare],
] as const

export function BrandPanel() {
  const { t } = useText()
  return (
    <aside className={styles.panel} aria-label="InfraZen">
      <p className={styles.brand}>
        <svg viewBox="0 0 64 64" width="34" height="34" aria-hidden="true" className={styles.mark}>
          <path d="M17 53a14 14 0 0 1-2.6-27.8A18.5 18.5 0 0 1 49.6 23.7 15 15 0 0 1 48 53Z" fill="#fff" />
          <g fill="#1e40af">
            <rect x="20" y="38" width="6" height="9" rx="2" />
            <rect x="29" y="32" width="6" height="15" rx="2" />
            <rect x="38" y="25" width="6" height="22" rx="2" />
          </g>
        </svg>
        InfraZen
      </p>
      <p className={styles.claim}>{t('people.claim')}</p>
      <CostDrawing />
      <ul className={styles.points}>
        {POINTS.map(([id, Icon]) => (
          <li key={id} className={styles.point}>
            <span className={styles.icon} aria-hidden>
              <Icon size={17} strokeWidth={1.8} />
            </span>
            <div>
              <p className={styles.pointTitle}>{t(`people.point.${id}.title`)}</p>
              <p className={styles.pointText}>{t(`people.point.${id}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  )
}

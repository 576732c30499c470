import styles from './Avatar.module.css'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')

const hueOf = (name: string): number =>
  [...name].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 5, 7)

/** Initials on a tint that stays with the name. Drawn by CSS: they are no text that a label would have to repeat. */
export function Avatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span
      className={styles.avatar}
      data-hue={hueOf(name)}
      data-initials={initialsOf(name)}
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
    />
  )
}

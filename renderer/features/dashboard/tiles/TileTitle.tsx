import { Link } from 'wouter'
import styles from './TileTitle.module.css'

/** A tile's name, which opens what it stands for. */
export function TileTitle({ title, href }: { title: string; href: string }) {
  return (
    <Link href={href} className={styles.title} title={title}>
      {title}
    </Link>
  )
}

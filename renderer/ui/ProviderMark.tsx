import styles from './ProviderMark.module.css'

type Props = { provider: string; size?: number }

const LETTERS: Record<string, string> = {
  selectel: 'Se',
  beget: 'Be',
  yandex: 'Ya',
  vk: 'VK',
  timeweb: 'Tw',
  aws: 'AW',
  azure: 'Az',
  gcp: 'GC',
  kubernetes: 'K8',
}

/** Two letters on the provider's tint; the name always stands beside it. */
export function ProviderMark({ provider, size = 28 }: Props) {
  return (
    <span
      className={styles.mark}
      data-provider={provider}
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4), borderRadius: size * 0.27 }}
    >
      {LETTERS[provider] ?? '··'}
    </span>
  )
}

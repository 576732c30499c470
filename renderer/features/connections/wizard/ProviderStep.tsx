import { ChevronRight } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { providerName } from '#shared/texts/providers.ts'
import styles from './Wizard.module.css'

export type ProviderItem = CallOutput<'connections.listProviders'>['items'][number]

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

type Props = { items: readonly ProviderItem[]; onChoose: (item: ProviderItem) => void }

export function ProviderStep({ items, onChoose }: Props) {
  const { t, language } = useText()
  return (
    <ul className={styles.providers}>
      {items.map((item, index) => {
        const needs = item.fields
          .filter(({ isRequired, kind }) => isRequired && kind !== 'code')
          .map(({ label }) => lowerFirst(label[language]))
        return (
          <li key={item.provider}>
            <button
              type="button"
              className={styles.provider}
              data-focus-first={index === 0 || undefined}
              onClick={() => onChoose(item)}
            >
              <ProviderMark provider={item.provider} size={40} />
              <span className={styles.providerWords}>
                <span className={styles.providerName}>{providerName(item.provider, language)}</span>
                <span className={styles.soft}>{t(`connect.costs.${item.costs}`)}</span>
                <span className={styles.soft}>{t('connect.needs', { list: needs.join(', ') })}</span>
              </span>
              <ChevronRight size={18} aria-hidden className={styles.arrow} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

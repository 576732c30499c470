import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import type { PackageView } from '#shared/contract/packages.ts'
import styles from './Packages.module.css'

type Props = { version: string; release: NonNullable<PackageView['release']> }

/** What a new version brings, and by which sums to check its files. The program itself runs none of them. */
export function PackageRelease({ version, release }: Props) {
  const { t } = useText()
  return (
    <div className={styles.release}>
      <Disclosure label={t('packages.whatIsNew', { version })}>
        <p className={styles.notes}>{release.notes}</p>
        {release.files.length > 0 ? (
          <>
            <p className={styles.soft}>{t('packages.checkFiles')}</p>
            <dl className={styles.files}>
              {release.files.map(({ name, sha256 }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <code>{sha256}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
      </Disclosure>
    </div>
  )
}

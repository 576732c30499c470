import { FileOutput, PencilRuler } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { type ReportSpec, reportTemplates } from '#shared/contract/report-spec.ts'
import styles from '../reports.module.css'
import { linkOfTemplate } from '../url.ts'
import { templateIcons } from './template-icons.ts'

type Props = { onProduce: (name: string, spec: ReportSpec) => void }

/** Reports that are there from the start, each with what it is for. */
export function Templates({ onProduce }: Props) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const { data } = useCall('reports.listTemplates', { language })
  return (
    <section className={styles.section} aria-labelledby="report-templates">
      <div>
        <h2 id="report-templates" className={styles.heading}>
          {t('reports.templates')}
        </h2>
        <p className={styles.soft}>{t('reports.templatesText')}</p>
      </div>
      <ul className={styles.templates}>
        {reportTemplates.map((key) => {
          const Icon = templateIcons[key]
          const name = t(`reports.template.${key}`)
          const spec = data?.items.find((item) => item.key === key)?.spec
          return (
            <li key={key} className={styles.template}>
              <Icon size={20} strokeWidth={1.7} aria-hidden />
              <div className={styles.templateWords}>
                <h3 className={styles.strong}>{name}</h3>
                <p className={styles.soft}>{t(`reports.templateText.${key}`)}</p>
                <div className={styles.templateActs}>
                  <Button
                    size="sm"
                    icon={PencilRuler}
                    aria-label={t('reports.templateOpen', { name })}
                    onClick={() => navigate(linkOfTemplate(key))}
                  >
                    {t('reports.open')}
                  </Button>
                  <Button
                    size="sm"
                    variant="ghost"
                    icon={FileOutput}
                    disabled={spec === undefined}
                    aria-label={t('reports.produceOf', { name })}
                    onClick={() => spec && onProduce(name, spec)}
                  >
                    {t('reports.produce')}
                  </Button>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

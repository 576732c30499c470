import { ChevronLeft, ChevronRight, LayoutPanelTop } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useScrollFrame } from '#renderer/ui/use-scroll-frame.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { blockWords } from './block-name.ts'
import styles from './Preview.module.css'
import { PreviewProblems } from './PreviewProblems.tsx'
import { regionsOf } from './regions.ts'
import { Sheet } from './Sheet.tsx'
import type { usePreview } from './use-preview.ts'

type Props = {
  spec: ReportSpec
  preview: ReturnType<typeof usePreview>
  /** The block whose settings are on screen. */
  chosen: string | null
  onPage: (page: number) => void
  onChoose: (id: string) => void
}

/** Points of paper at the size of the screen. */
const PIXELS = 96 / 72

/** The page as it will print, to be turned, looked at closely, and pressed where something is to be changed. */
export function Preview({ spec, preview, chosen, onPage, onChoose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [zoom, setZoom] = useState<'fit' | 'full'>('fit')
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, t('reportBuilder.sheet'))
  const { answer, error, isValid, isBusy, isFetching, retry } = preview
  const regions = useMemo(() => (answer ? regionsOf(answer) : []), [answer])
  const nameOf = (id: string | null): string | null => {
    const block = spec.blocks.find((one) => one.id === id)
    return block ? blockWords(block, t).whole : null
  }
  const hasBlocks = spec.blocks.length > 0
  return (
    <section className={styles.preview} aria-label={t('reportBuilder.preview')}>
      <div className={styles.bar}>
        <div className={styles.turn}>
          <IconButton
            icon={ChevronLeft}
            size="sm"
            label={t('reportBuilder.pagePrevious')}
            disabled={!answer || answer.page <= 1}
            onClick={() => answer && onPage(answer.page - 1)}
          />
          <span className={styles.number} role="status">
            {answer ? t('reportBuilder.page', { page: answer.page, pages: answer.pages }) : '…'}
          </span>
          <IconButton
            icon={ChevronRight}
            size="sm"
            label={t('reportBuilder.pageNext')}
            disabled={!answer || answer.page >= answer.pages}
            onClick={() => answer && onPage(answer.page + 1)}
          />
        </div>
        {answer ? (
          <span className={styles.soft}>{format.dayRange(answer.period.from, answer.period.to)}</span>
        ) : null}
        <Segmented
          label={t('reportBuilder.zoom')}
          size="sm"
          value={zoom}
          options={(['fit', 'full'] as const).map((value) => ({
            value,
            label: t(`reportBuilder.zoom.${value}`),
          }))}
          onChange={setZoom}
        />
      </div>
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      {!isValid && hasBlocks ? <p className={styles.soft}>{t('reportBuilder.invalid')}</p> : null}
      {hasBlocks ? (
        <div ref={frame} className={styles.frame} data-zoom={zoom}>
          {answer ? (
            <div className={styles.paper} data-stale={isBusy ? '' : undefined}>
              <div
                className={styles.page}
                style={zoom === 'full' ? { width: answer.content.width * PIXELS } : undefined}
              >
                <Sheet
                  page={answer.content}
                  label={t('reportBuilder.previewOf', {
                    page: answer.page,
                    pages: answer.pages,
                    title: spec.title,
                  })}
                />
                {regions.map(({ id, top, height }) => {
                  const name = nameOf(id)
                  return name === null ? null : (
                    <button
                      key={`${id} ${top}`}
                      type="button"
                      className={styles.region}
                      aria-label={t('reportBuilder.chooseBlock', { name })}
                      aria-pressed={id === chosen}
                      style={{
                        top: `${(top / answer.content.height) * 100}%`,
                        height: `${(height / answer.content.height) * 100}%`,
                      }}
                      onClick={() => onChoose(id)}
                    />
                  )
                })}
              </div>
            </div>
          ) : error ? null : (
            <div className={styles.paper} aria-busy="true">
              <Skeleton height={560} radius={2} />
            </div>
          )}
        </div>
      ) : (
        <div className={styles.frame}>
          <EmptyState icon={LayoutPanelTop} title={t('reportBuilder.previewEmpty')} />
        </div>
      )}
      <PreviewProblems answer={answer} nameOf={nameOf} />
    </section>
  )
}

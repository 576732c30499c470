import { Lightbulb, Search, X } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Page } from '#renderer/app/Page.tsx'
import { intParam, oneOfParam, optionalParam, textParam } from '#renderer/app/url-codecs.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { recommendationCategories } from '#shared/contract/recommendations.ts'
import { CategoryChips } from './components/CategoryChips.tsx'
import { RecommendationList } from './components/RecommendationList.tsx'
import { RecommendationsSkeleton } from './components/RecommendationsSkeleton.tsx'
import { SavingsLead } from './components/SavingsLead.tsx'
import styles from './RecommendationsPage.module.css'
import { listInput, sorts } from './view.ts'

const codecs = {
  search: textParam(),
  category: optionalParam(recommendationCategories),
  resource: intParam(0),
  sort: oneOfParam(sorts, 'savings'),
}

const nothingChosen = { search: '', category: null, resource: 0 }

export function RecommendationsPage() {
  const { t } = useText()
  const { currency } = useSession()
  const [url, setUrl] = useUrlState(codecs)
  const search = useDeferredValue(url.search)
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall(
    'recommendations.list',
    listInput({ ...url, search }),
  )
  const isFiltered = url.search !== '' || url.category !== null || url.resource !== 0
  return (
    <Page title={t('recommendations.title')}>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data === undefined ? (
        error ? null : (
          <RecommendationsSkeleton />
        )
      ) : data.categories.length === 0 && !isFiltered ? (
        <Card>
          <EmptyState
            icon={Lightbulb}
            title={t('recommendations.empty.title')}
            text={t('recommendations.empty.text')}
          />
        </Card>
      ) : (
        <>
          <SavingsLead savings={data.savings} count={data.total} currency={currency} />
          <CategoryChips
            categories={data.categories}
            chosen={url.category}
            currency={currency}
            onChoose={(category) => setUrl({ category })}
          />
          <Card padding="none">
            <search className={styles.bar}>
              <div className={styles.search}>
                <TextField
                  type="search"
                  label={t('recommendations.searchLabel')}
                  isLabelHidden
                  icon={Search}
                  placeholder={t('recommendations.search')}
                  maxLength={200}
                  value={url.search}
                  onChange={(text) => setUrl({ search: text })}
                />
              </div>
              {url.resource === 0 ? null : (
                <Button icon={X} onClick={() => setUrl({ resource: 0 })}>
                  {data.items[0]
                    ? t('recommendations.resourceOnly', { name: data.items[0].resourceName })
                    : t('recommendations.resourceChosen')}
                </Button>
              )}
              <div className={styles.sort}>
                <Select
                  label={t('recommendations.sort')}
                  isLabelHidden
                  value={url.sort}
                  options={sorts.map((value) => ({ value, label: t(`recommendations.sort.${value}`) }))}
                  onChange={(sort) => setUrl({ sort })}
                />
              </div>
            </search>
            {data.items.length === 0 ? (
              <EmptyState
                icon={Lightbulb}
                title={t('recommendations.none.title')}
                text={t('recommendations.none.text')}
                action={<Button onClick={() => setUrl(nothingChosen)}>{t('recommendations.reset')}</Button>}
              />
            ) : (
              <RecommendationList items={data.items} isBusy={isPlaceholderData} />
            )}
          </Card>
        </>
      )}
    </Page>
  )
}

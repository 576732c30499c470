import { CircleCheck, Search } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Page } from '#renderer/app/Page.tsx'
import { intParam, oneOfParam, optionalParam, textParam } from '#renderer/app/url-codecs.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { providers } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import { RulesCard } from './components/RulesCard.tsx'
import { UnrecognisedItem } from './components/UnrecognisedItem.tsx'
import styles from './UnrecognisedPage.module.css'
import { listInput, PAGE_SIZE, states } from './view.ts'

const codecs = {
  search: textParam(),
  provider: optionalParam(providers),
  state: oneOfParam(states, 'open'),
  page: intParam(1, 1),
}

/** What the bill names and the program does not know: to be told once, and then known for good. */
export function UnrecognisedPage() {
  const { t, language } = useText()
  const [url, setUrl] = useUrlState(codecs)
  const search = useDeferredValue(url.search)
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall(
    'unrecognised.list',
    listInput({ ...url, search }),
  )
  const isFiltered = url.search !== '' || url.provider !== null || url.state !== 'open'
  return (
    <Page title={t('unrecognised.title')} subtitle={t('unrecognised.subtitle')}>
      <search className={styles.bar}>
        <div className={styles.search}>
          <TextField
            type="search"
            label={t('unrecognised.searchLabel')}
            isLabelHidden
            icon={Search}
            placeholder={t('unrecognised.search')}
            maxLength={200}
            value={url.search}
            onChange={(text) => setUrl({ search: text, page: 1 })}
          />
        </div>
        <Select
          label={t('unrecognised.provider')}
          isLabelHidden
          value={url.provider ?? ''}
          options={[
            { value: '', label: t('unrecognised.anyProvider') },
            ...providers.map((value) => ({ value, label: providerName(value, language) })),
          ]}
          onChange={(value) =>
            setUrl({ provider: providers.find((provider) => provider === value) ?? null, page: 1 })
          }
        />
        <Segmented
          label={t('unrecognised.state')}
          value={url.state}
          options={states.map((value) => ({
            value,
            label:
              value === 'open' && data
                ? t('unrecognised.openCount', { count: data.open })
                : t(`unrecognised.state.${value}`),
          }))}
          onChange={(state) => setUrl({ state, page: 1 })}
        />
      </search>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      <Card padding="none">
        {data === undefined ? (
          error ? null : (
            <div aria-busy="true">
              <Skeleton height={220} radius={10} />
            </div>
          )
        ) : data.items.length === 0 ? (
          <EmptyState
            icon={CircleCheck}
            title={t(isFiltered ? 'unrecognised.nothing' : 'unrecognised.allKnown')}
            text={t(isFiltered ? 'unrecognised.nothingText' : 'unrecognised.allKnownText')}
          />
        ) : (
          <ul aria-busy={isPlaceholderData || undefined}>
            {data.items.map((item) => (
              <UnrecognisedItem key={item.id} item={item} />
            ))}
          </ul>
        )}
        <Pager
          page={url.page}
          pageSize={PAGE_SIZE}
          shown={data?.items.length ?? 0}
          total={data?.total ?? 0}
          onPage={(page) => setUrl({ page })}
        />
      </Card>
      <RulesCard />
    </Page>
  )
}

import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridColumn } from '#renderer/ui/grid/types.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type MarginItem, type Margins, type MarginsBy, signOf, termsWords } from './view.ts'

export type MarginWords = {
  t: Translate
  format: Format
  currency: Currency
  by: MarginsBy
  /** Without revenue a product has its cost alone. */
  hasPrices: boolean
}

const end = (id: string, label: string, width: number): GridColumn => ({ id, label, width, align: 'end' })

export function columnsOf({ t, by, hasPrices }: MarginWords): GridColumn[] {
  const isClients = by === 'clients'
  return [
    {
      id: 'part',
      label: t(isClients ? 'margins.client' : 'margins.product'),
      width: 190,
      align: 'start',
    },
    end('cost', t('margins.cost'), 135),
    ...(hasPrices
      ? [
          end('price', t(isClients ? 'margins.price' : 'margins.revenue'), 135),
          end('margin', t('margins.margin'), 135),
          end(
            'marginRatio',
            t(isClients ? 'margins.marginRatio' : 'margins.marginRatioRevenue'),
            isClients ? 115 : 145,
          ),
          end('markupRatio', t('margins.markupRatio'), 130),
          ...(isClients
            ? [{ id: 'terms', label: t('margins.terms'), width: 180, align: 'start' as const }]
            : []),
          { id: 'note', label: t('margins.note'), width: 220, align: 'start' as const },
          ...(isClients ? [end('list', t('margins.list'), 140)] : []),
        ]
      : []),
  ]
}

type Told = Pick<MarginItem, 'terms' | 'gap'>

/** A row of the table; `told` is what totals have none of. */
export function cellsOf(
  first: GridCell,
  figures: Margins['totals'],
  told: Told | null,
  { t, format, currency, by, hasPrices }: MarginWords,
): GridCell[] {
  const money = (amount: string | null, tone?: 'good' | 'bad'): GridCell =>
    amount === null
      ? { text: '—', tone: 'soft' }
      : {
          text: format.money({ amount, currency }),
          exact: amount,
          unit: currency,
          ...(tone ? { tone } : {}),
        }
  const percent = (ratio: string | null): GridCell =>
    ratio === null ? { text: '—', tone: 'soft' } : { text: format.percent(ratio), exact: ratio }
  const isClients = by === 'clients'
  if (!hasPrices) return [first, money(figures.cost)]
  return [
    first,
    money(figures.cost),
    money(figures.price),
    money(figures.margin, signOf(figures.margin)),
    percent(figures.marginRatio),
    percent(figures.markupRatio),
    ...(isClients ? [{ text: told?.terms ? termsWords(told.terms, t, format) : '' }] : []),
    { text: told?.gap ? t(`margins.priceGap.${told.gap}`) : '', tone: 'soft' },
    ...(isClients ? [money(figures.list)] : []),
  ]
}

import { billingOffsetMs, numberOfDay } from '#main/core/ledger/billing-day.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { chargeFrequencies, pricingCategories } from './allowed.ts'
import type { FocusRow } from './columns.ts'
import type { FocusLine } from './focus-line.ts'
import { instantText, isInstant, textOrNull } from './formats.ts'
import { type Judged, judge } from './judge.ts'
import { type FocusAccount, keyPart } from './key-part.ts'
import { readPrice } from './pricing.ts'
import { placeOf } from './service-place.ts'
import { focusUnit } from './units.ts'

const DAY_MS = 86_400_000
/** Keys whose common part is kept at hand. */
const KEPT_KEYS = 20_000

/**
 * Makes FOCUS's rows of lines, for one file: it keeps what FOCUS wants the same all over a file. A service has one
 * category, a price number belongs to one product.
 */
export function createFocusRows(version: FocusVersion): (line: FocusLine, account: FocusAccount) => FocusRow {
  const parts = new Map<number, FocusRow>()
  const places = new Map<string, ReturnType<typeof placeOf>>()
  const skuByPrice = new Map<string, string>()

  function partOf(line: FocusLine, account: FocusAccount): FocusRow {
    const known = parts.get(line.chargeKeyId)
    if (known) return known
    if (parts.size >= KEPT_KEYS) parts.clear()
    const part = keyPart(line.key, account)
    const { ServiceName: service, ServiceCategory: category, ServiceSubcategory: subcategory } = part
    const name = String(service)
    const place = places.get(name) ?? placeOf(name, String(category), subcategory)
    places.set(name, place)
    part.ServiceCategory = place.category
    part.ServiceSubcategory = place.subcategory
    parts.set(line.chargeKeyId, part)
    return part
  }

  return (line, account) => {
    const row = { ...partOf(line, account) }
    const judged = judge(line, version)
    writeCosts(row, line)
    writePeriods(row, line)
    writeCategory(row, line, judged)
    writeSku(row, line, judged, skuByPrice)
    writePricing(row, line, judged)
    writeConsumed(row, line, judged)
    writeCommitment(row, line, judged)
    row.InvoiceId = textOrNull(line.detail?.invoiceId)
    row.InvoiceDetailId = textOrNull(line.detail?.invoiceDetailId)
    return row
  }
}

const isSale = ({ category }: Judged): boolean => category === 'Usage' || category === 'Purchase'
const needsPrice = (judged: Judged): boolean => isSale(judged) && !judged.isCorrection
/** Since 1.4 a quantity or a price is one of a product's price. */
const needsSku = (judged: Judged): boolean =>
  needsPrice(judged) || judged.quantity !== null || judged.list !== null || judged.contracted !== null

function writeCosts(row: FocusRow, { billed, effective, list, contracted }: FocusLine): void {
  row.BilledCost = formatDecimal(billed)
  row.EffectiveCost = effective === billed ? row.BilledCost : formatDecimal(effective)
  row.ListCost = list === billed ? row.BilledCost : formatDecimal(list)
  row.ContractedCost = contracted === list ? row.ListCost : formatDecimal(contracted)
}

/**
 * The billing period is the source's, else the calendar month of the day; days and months begin where the provider's
 * own begin. What an API told is of a whole day.
 */
function writePeriods(row: FocusRow, { key, day, startMs, endMs, detail, importId }: FocusLine): void {
  const offsetMs = billingOffsetMs(key.provider)
  const dayMs = numberOfDay(day) * DAY_MS - offsetMs
  // FOCUS counts seconds: an end within one would end where it begins.
  const start = importId === null ? dayMs : Math.floor(startMs / 1000) * 1000
  const end = importId === null ? dayMs + DAY_MS : Math.ceil(endMs / 1000) * 1000
  row.ChargePeriodStart = instantText(start)
  row.ChargePeriodEnd = instantText(end > start ? end : start + DAY_MS)
  const from = readInstant(detail?.billingPeriodStart)
  const to = readInstant(detail?.billingPeriodEnd)
  const isTold = from !== null && to !== null && from < to
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  row.BillingPeriodStart = isTold ? from : instantText(Date.UTC(year, month - 1, 1) - offsetMs)
  row.BillingPeriodEnd = isTold ? to : instantText(Date.UTC(year, month, 1) - offsetMs)
}

function readInstant(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  if (isInstant(text)) return text
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instantText(ms)
}

function writeCategory(row: FocusRow, { key }: FocusLine, judged: Judged): void {
  const { category, isCorrection } = judged
  row.ChargeCategory = category
  row.ChargeClass = isCorrection ? 'Correction' : null
  const told = chargeFrequencies.find((one) => one === key.chargeFrequency)
  const usual = category === 'Usage' ? 'Usage-Based' : 'One-Time'
  row.ChargeFrequency = told && !(category === 'Purchase' && told === 'Usage-Based') ? told : usual
  row.PricingCategory = category === 'Tax' ? null : pricingCategoryOf(key, needsPrice(judged), category)
}

function pricingCategoryOf(
  key: FocusLine['key'],
  isNeeded: boolean,
  category: Judged['category'],
): string | null {
  const told = textOrNull(key.pricingCategory)
  const known = pricingCategories.find((one) => one === told)
  if (known) return known
  // A word that FOCUS does not know is some other way of pricing.
  if (told !== null) return 'Other'
  if (!isNeeded) return null
  return key.commitmentId !== null && category === 'Usage' ? 'Committed' : 'Standard'
}

/**
 * A sale, a price and a quantity need a product: where the source names none, the product's name or the service stands for it. A price number
 * is the source's, else the product's own, which FOCUS allows for products with one price.
 */
function writeSku(row: FocusRow, { key }: FocusLine, judged: Judged, skuByPrice: Map<string, string>): void {
  const { category } = judged
  const name = textOrNull(key.skuName)
  const toldPrice = textOrNull(key.more?.SkuPriceId)
  const told = textOrNull(key.sku) ?? toldPrice
  const sku = category === 'Tax' ? null : (told ?? (needsSku(judged) ? (name ?? row.ServiceName) : null))
  row.SkuId = sku
  if (sku === null) {
    row.SkuPriceId = null
    row.SkuMeter = null
    row.SkuPriceDetails = null
    return
  }
  row.SkuMeter ??= name ?? row.ServiceName
  const price = toldPrice ?? sku
  const holder = skuByPrice.get(price)
  if (holder === undefined) skuByPrice.set(price, sku)
  // The same price number for two products would not tell them apart: it gets the product's number in front.
  row.SkuPriceId = holder === undefined || holder === sku ? price : `${sku}/${price}`
  if (row.SkuPriceId !== price) skuByPrice.set(row.SkuPriceId, sku)
}

/** Prices in another currency are the source's; without them the bill's currency is the one of the prices too. */
function writePricing(row: FocusRow, { key, detail }: FocusLine, judged: Judged): void {
  row.PricingQuantity = judged.quantity === null ? null : formatDecimal(judged.quantity)
  row.PricingUnit = judged.unit
  row.ListUnitPrice = judged.list?.text ?? null
  row.ContractedUnitPrice = judged.contracted?.text ?? null

  row.PricingCurrency = row.BillingCurrency
  row.PricingCurrencyEffectiveCost = row.EffectiveCost
  row.PricingCurrencyListUnitPrice = row.ListUnitPrice
  row.PricingCurrencyContractedUnitPrice = row.ContractedUnitPrice
  const currency = textOrNull(key.more?.PricingCurrency)
  if (currency === null || currency === row.BillingCurrency) return
  const effective = parseDecimal(detail?.pricingCurrencyEffectiveCost ?? '')
  const list = readPrice(detail?.pricingCurrencyListUnitPrice)
  if (effective === null || (needsPrice(judged) && list === null)) return
  const isPriced = row.SkuPriceId !== null
  row.PricingCurrency = currency
  row.PricingCurrencyEffectiveCost = formatDecimal(effective)
  row.PricingCurrencyListUnitPrice = isPriced ? (list?.text ?? null) : null
  const contracted = isPriced ? readPrice(detail?.pricingCurrencyContractedUnitPrice) : null
  row.PricingCurrencyContractedUnitPrice = contracted?.text ?? null
}

/** What was used; where the source does not measure it apart, what was priced. */
function writeConsumed(row: FocusRow, line: FocusLine, judged: Judged): void {
  const { category, isCorrection, quantity, unit } = judged
  const usage = category === 'Usage'
  if (usage && row.CommitmentDiscountId !== null) row.CommitmentDiscountStatus ??= 'Used'
  if (usage && row.CapacityReservationId !== null) row.CapacityReservationStatus ??= 'Used'
  if (!usage || row.CommitmentDiscountStatus === 'Unused') return
  const own = line.consumedQuantity
  const consumed = own ?? (isCorrection ? null : quantity)
  if (consumed === null) return
  row.ConsumedQuantity = formatDecimal(consumed)
  const told = own === null ? null : textOrNull(line.key.consumedUnit)
  row.ConsumedUnit = told === null ? (unit ?? 'Unit') : focusUnit(told)
}

/** A commitment of money is counted in money, one of machines in what was priced. */
function writeCommitment(row: FocusRow, line: FocusLine, judged: Judged): void {
  const unit = row.CommitmentDiscountUnit
  row.CommitmentDiscountUnit = null
  if (row.CommitmentDiscountId === null || !needsPrice(judged)) return
  const isSpend = row.CommitmentDiscountCategory === 'Spend'
  const spent = judged.category === 'Purchase' ? row.BilledCost : row.EffectiveCost
  const own = line.commitmentQuantity
  row.CommitmentDiscountQuantity = own === null ? (isSpend ? spent : row.PricingQuantity) : formatDecimal(own)
  row.CommitmentDiscountUnit =
    unit !== null ? focusUnit(unit) : isSpend ? row.BillingCurrency : row.PricingUnit
}

import type { ActView } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, isDay } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { childOf, told, type XmlNode } from './xml-node.ts'

/** Currencies by their number (ОКВ); 810 is what banks still write for the rouble. */
const NUMBERED: Readonly<Record<string, Currency>> = {
  '643': 'RUB',
  '810': 'RUB',
  '840': 'USD',
  '978': 'EUR',
  '156': 'CNY',
  '398': 'KZT',
  '933': 'BYN',
  '860': 'UZS',
  '051': 'AMD',
  '417': 'KGS',
  '949': 'TRY',
  '784': 'AED',
  '826': 'GBP',
}

export const currencyOfNumber = (code: string): Currency | null => NUMBERED[code] ?? null

/** `31.10.2026`, as the formats of the tax service write days. */
export function readDay(text: string | null): Day | null {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(text ?? '')
  const iso = match ? `${match[3]}-${match[2]}-${match[1]}` : (text ?? '').slice(0, 10)
  return isDay(iso) ? iso : null
}

/** A sum of a document in femtos; null where there is none or it is no number. */
export function readSum(text: string | null): bigint | null {
  const plain = (text ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? parseDecimal(plain) : null
}

/** A side of the document: a company, a sole trader or somebody from abroad. */
export function readParty(node: XmlNode | null): ActView['supplier'] | null {
  const who = childOf(node, 'ИдСв')
  const company =
    childOf(who, 'СвЮЛУч') ?? childOf(who, 'СвЮЛ') ?? childOf(who, 'СвИнНеУч') ?? childOf(who, 'СвИнОрг')
  if (company) {
    const name = told(company, 'НаимОрг', 'Наим')
    return name === null ? null : party(name, told(company, 'ИННЮЛ'), told(company, 'КПП'))
  }
  const trader = childOf(who, 'СвИП') ?? childOf(who, 'СвФЛ') ?? childOf(who, 'СвФЛУч')
  if (!trader) return null
  const person = childOf(trader, 'ФИО')
  const name = ['Фамилия', 'Имя', 'Отчество'].flatMap((part) => told(person, part) ?? []).join(' ')
  return name === '' ? null : party(`ИП ${name}`, told(trader, 'ИННФЛ'), null)
}

const party = (name: string, inn: string | null, kpp: string | null): ActView['supplier'] => ({
  name: name.slice(0, 500),
  inn: readInn(inn),
  kpp: kpp !== null && /^\d{9}$/.test(kpp) ? kpp : null,
})

export const readInn = (text: string | null): string | null =>
  text !== null && /^(\d{10}|\d{12})$/.test(text.trim()) ? text.trim() : null

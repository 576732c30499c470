import { expect, it } from 'vitest'
import { readStatement } from '#main/importers/acts/bank-statement.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { bankStatement, windows1251 } from '#tests/support/documents.ts'

const read = (text: string) => readStatement(windows1251(text), 'выписка.txt')
const TEXT = bankStatement([
  { number: '15', day: '12.11.2026', amount: '1220.50', purpose: 'Оплата по счёту 7' },
  { number: '16', day: '13.11.2026', amount: '10', purpose: 'Связь' },
])

it('payments with their sides, sums and days', () => {
  expect(read(TEXT)).toEqual([
    {
      day: '2026-11-12',
      number: '15',
      amount: 122_050n * 10n ** 13n,
      currency: 'RUB',
      payer: { name: 'АО «Ромашка-пример»', inn: '7700000002', account: '40702810900000000001' },
      payee: { name: 'ООО "Облако-пример"', inn: '7700000001', account: '40702810900000000009' },
      purpose: 'Оплата по счёту 7',
    },
    expect.objectContaining({ number: '16' }),
  ])
})

it('the number within a name and a purpose over several fields', () => {
  const text = TEXT.replace('ПолучательИНН=7700000001\r\n', '')
    .replace('Получатель1=ООО', 'Получатель1=ИНН 7700000001 ООО')
    .replace(
      'НазначениеПлатежа=Оплата по счёту 7',
      'НазначениеПлатежа1=Оплата\r\nНазначениеПлатежа2=по счёту 7',
    )
  expect(read(text)[0]).toMatchObject({
    payee: { name: 'ООО "Облако-пример"', inn: '7700000001' },
    purpose: 'Оплата по счёту 7',
  })
})

it('what is no payment is left out', () => {
  expect(read(TEXT.replace('Сумма=1220.50', 'Сумма=без суммы')).map(({ number }) => number)).toEqual(['16'])
})

it('cut anywhere it is refused whole', () => {
  const bytes = windows1251(TEXT.trimEnd())
  for (let end = 0; end < bytes.length; end += 5) {
    let error: unknown
    try {
      readStatement(bytes.subarray(0, end), 'выписка.txt')
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe('payment.notABankFile')
  }
})

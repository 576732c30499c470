import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area = 'act' | 'payment' | 'reconciliation' | 'oneC'
type ClosingErrorCode = Extract<ErrorCode, `${Area}.${string}`>
type Sentence = { title: string; next: string }

/** Acts, payments, reconciliation and what goes to 1C. */
export const closingErrors: Record<Locale, Record<ClosingErrorCode, Sentence>> = {
  ru: {
    'act.notFound': { title: 'Такого документа больше нет.', next: 'Обновите список документов.' },
    'act.same': {
      title: 'Документ № {number} от {day} уже загружен.',
      next: 'Второй раз он не учтён. Если это исправленный документ, укажите, какой он исправляет.',
    },
    'act.notReadable': {
      title: 'Файл «{name}» не прочитать.',
      next: 'Проверьте, что файл не повреждён, или введите числа вручную.',
    },
    'act.badXml': {
      title: 'В файле «{name}» ошибка XML: строка {line}.',
      next: 'Запросите документ у поставщика ещё раз или введите числа вручную.',
    },
    'act.notAnAct': {
      title: 'В файле «{name}» нет акта или УПД.',
      next: 'Выберите XML из ЭДО или таблицу с суммами акта.',
    },
    'act.oldFormat': {
      title: 'Формат УПД {version} не поддерживается.',
      next: 'Запросите документ в формате 5.03 или введите числа вручную.',
    },
    'act.otherSums': {
      title: 'Документ № {number} от {day} уже загружен с другой суммой: {total}.',
      next: 'Если поставщик заменил документ, исключите прежний и загрузите новый.',
    },
    'act.tooEarly': {
      title: 'Документ от {day} не может относиться к месяцу {month}.',
      next: 'Проверьте дату и месяц: документ составляют не раньше начала месяца.',
    },
    'act.wrongSums': {
      title: 'Сумма без НДС и НДС не дают итог документа.',
      next: 'Проверьте введённые числа.',
    },
    'act.correctsNothing': {
      title: 'Исправляемый документ не найден: № {number}.',
      next: 'Загрузите исходный документ или выберите его из списка.',
    },
    'act.hasCorrections': { title: 'У документа есть исправления: {count}.', next: 'Сначала исключите их.' },
    'payment.notFound': { title: 'Такого платежа больше нет.', next: 'Обновите список платежей.' },
    'payment.notABankFile': {
      title: 'Файл «{name}» не похож на выписку 1CClientBankExchange.',
      next: 'Выгрузите выписку из банка в формате «1С».',
    },
    'payment.otherPayee': {
      title: 'Получатель платежа не совпадает с поставщиком в документе.',
      next: 'Выберите документ этого поставщика.',
    },
    'reconciliation.nothing': {
      title: 'За {month} у этого подключения нет ни начислений, ни актов.',
      next: 'Загрузите данные или акт.',
    },
    'reconciliation.needsNote': {
      title: 'Есть расхождение: {difference}.',
      next: 'Напишите, почему оно принято.',
    },
    'reconciliation.needsReason': {
      title: 'Акта за этот месяц нет.',
      next: 'Загрузите акт или напишите, почему его не будет.',
    },
    'reconciliation.notSigned': { title: 'Сверка за этот месяц не подписана.', next: 'Обновите страницу.' },
    'reconciliation.monthClosed': {
      title: 'Месяц {month} закрыт.',
      next: 'Сначала откройте месяц и укажите причину.',
    },
    'oneC.unmapped': {
      title: 'Не для всего указаны счета и контрагенты: {count}.',
      next: 'Заполните соответствия на странице «Закрытие месяца».',
    },
    'oneC.noActs': { title: 'За {month} нет актов.', next: 'Загрузите акты или введите их вручную.' },
    'oneC.badAccount': {
      title: 'Счёт «{account}» не похож на счёт бухгалтерского учёта.',
      next: 'Укажите счёт так: 26, 44.01, 20.01.',
    },
  },
  en: {
    'act.notFound': { title: 'This document no longer exists.', next: 'Refresh the list of documents.' },
    'act.same': {
      title: 'Document {number} of {day} is already here.',
      next: 'It is not counted twice. If it is a corrected one, say which it corrects.',
    },
    'act.notReadable': {
      title: '“{name}” cannot be read.',
      next: 'Check that the file is not damaged, or type the figures.',
    },
    'act.badXml': {
      title: '“{name}” has an XML error at line {line}.',
      next: 'Ask the supplier for the document again, or type the figures.',
    },
    'act.notAnAct': {
      title: '“{name}” holds no act or transfer document.',
      next: 'Choose the XML from the exchange of documents or a table with the act’s sums.',
    },
    'act.oldFormat': {
      title: 'Format {version} of the transfer document is not supported.',
      next: 'Ask for format 5.03, or type the figures.',
    },
    'act.otherSums': {
      title: 'Document {number} of {day} is already here with another total: {total}.',
      next: 'If the supplier has replaced it, exclude the earlier one and load the new one.',
    },
    'act.tooEarly': {
      title: 'A document of {day} cannot bill {month}.',
      next: 'Check the day and the month: a document is not written before its month begins.',
    },
    'act.wrongSums': {
      title: 'The sum without VAT and the VAT do not make the total.',
      next: 'Check the figures.',
    },
    'act.correctsNothing': {
      title: 'The document to be corrected was not found: {number}.',
      next: 'Load the original or choose it from the list.',
    },
    'act.hasCorrections': { title: 'The document has corrections: {count}.', next: 'Exclude them first.' },
    'payment.notFound': { title: 'This payment no longer exists.', next: 'Refresh the list of payments.' },
    'payment.notABankFile': {
      title: '“{name}” is not a 1CClientBankExchange statement.',
      next: 'Export the statement from the bank in the 1C format.',
    },
    'payment.otherPayee': {
      title: 'The payee is not the supplier of the document.',
      next: 'Choose a document of this supplier.',
    },
    'reconciliation.nothing': {
      title: 'This account has neither charges nor acts for {month}.',
      next: 'Load the data or the act.',
    },
    'reconciliation.needsNote': {
      title: 'There is a difference: {difference}.',
      next: 'Say why it is accepted.',
    },
    'reconciliation.needsReason': {
      title: 'There is no act for this month.',
      next: 'Load the act or say why there will be none.',
    },
    'reconciliation.notSigned': {
      title: 'This month’s reconciliation is not signed.',
      next: 'Refresh the page.',
    },
    'reconciliation.monthClosed': {
      title: 'The month {month} is closed.',
      next: 'Reopen the month first and say why.',
    },
    'oneC.unmapped': {
      title: 'Some accounts and counterparties are not filled in: {count}.',
      next: 'Complete the mapping on the page “Month close”.',
    },
    'oneC.noActs': { title: 'There are no acts for {month}.', next: 'Load the acts or type them.' },
    'oneC.badAccount': {
      title: '“{account}” does not look like an account of the books.',
      next: 'Write it like 26, 44.01, 20.01.',
    },
  },
}

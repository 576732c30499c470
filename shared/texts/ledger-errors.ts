import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area = 'import' | 'export' | 'rates' | 'month'
type LedgerErrorCode = Extract<ErrorCode, `${Area}.${string}`>
type Sentence = { title: string; next: string }

/** Bills from files, exports, rates and closed months. */
export const ledgerErrors: Record<Locale, Record<LedgerErrorCode, Sentence>> = {
  ru: {
    'import.notFound': { title: 'Такой загрузки нет.', next: 'Обновите список загрузок.' },
    'import.noFile': { title: 'Файл не передан.', next: 'Выберите файл ещё раз.' },
    'import.fileGone': {
      title: 'Файла «{name}» больше нет.',
      next: 'Верните файл на место или выберите его заново.',
    },
    'import.fileChanged': {
      title: 'Файл «{name}» изменился, пока его читали.',
      next: 'Дождитесь, когда файл запишется до конца, и загрузите его ещё раз.',
    },
    'import.isFolder': {
      title: '«{name}» — папка, а не файл.',
      next: 'Выберите файлы внутри папки или укажите её в настройках отслеживания.',
    },
    'import.linkOutside': {
      title: 'Ссылка «{name}» ведёт за пределы отслеживаемой папки.',
      next: 'Положите в папку сам файл.',
    },
    'import.notReadable': {
      title: 'Файл «{name}» не открывается.',
      next: 'Проверьте права на файл и не занят ли он другой программой.',
    },
    'import.tooBig': {
      title: 'Файл «{name}» слишком большой.',
      next: 'Разделите его по месяцам или сожмите в gzip.',
    },
    'import.bomb': {
      title: 'Архив «{name}» разворачивается в подозрительно большой объём.',
      next: 'Проверьте, откуда файл. Если он ваш, распакуйте его и загрузите без сжатия.',
    },
    'import.truncated': {
      title: 'Файл «{name}» обрывается на середине.',
      next: 'Скачайте файл заново: загрузка не завершилась или диск был полон.',
    },
    'import.wrongKind': {
      title: 'Файлы такого вида не читаются: «{name}».',
      next: 'Подойдут CSV, CSV в gzip, Parquet и XLSX. Старый .xls сохраните в Excel как .xlsx.',
    },
    'import.badZip': {
      title: 'Книга «{name}» повреждена.',
      next: 'Откройте её в Excel, сохраните заново как .xlsx и повторите.',
    },
    'import.badParquet': {
      title: 'Файл Parquet «{name}» повреждён.',
      next: 'Скачайте файл заново из хранилища.',
    },
    'import.nested': {
      title: 'В столбце «{column}» вложенная структура вместо значения.',
      next: 'Выгрузите отчёт с простыми столбцами: в таком виде сумму определить нельзя.',
    },
    'import.empty': { title: 'Файл «{name}» пустой.', next: 'Проверьте, тот ли это файл.' },
    'import.headerOnly': {
      title: 'В файле «{name}» есть заголовок, но нет строк.',
      next: 'Проверьте период отчёта: за него могло не быть начислений.',
    },
    'import.twoHeaders': {
      title: 'В файле «{name}» несколько таблиц с разными заголовками.',
      next: 'Разделите таблицы по файлам и загрузите каждую.',
    },
    'import.notKnown': {
      title: 'Вид таблицы «{name}» программе не знаком.',
      next: 'Сопоставьте столбцы вручную: программа запомнит их для следующих файлов.',
    },
    'import.swapped': {
      title: 'В столбце «{column}» текст вместо сумм: похоже, столбцы перепутаны.',
      next: 'Проверьте заголовок файла или сопоставьте столбцы вручную.',
    },
    'import.tooManyRejected': {
      title: 'Слишком много строк не удалось прочитать: {rows}.',
      next: 'Проверьте кодировку, разделитель и сопоставление столбцов. Из файла ничего не загружено.',
    },
    'import.noneKept': {
      title: 'Ни одну из первых строк файла не удалось прочитать.',
      next: 'Проверьте кодировку, разделитель и сопоставление столбцов. Из файла ничего не загружено.',
    },
    'import.manifestMissing': {
      title: 'Не хватает частей выгрузки: {names}.',
      next: 'Выберите манифест вместе со всеми файлами, которые в нём названы.',
    },
    'import.cancelled': { title: 'Загрузка отменена.', next: 'Её можно начать заново.' },
    'import.interrupted': {
      title: 'Программа закрылась во время чтения файла.',
      next: 'Нажмите «Продолжить»: файл будет прочитан с начала, лишнего не останется.',
    },
    'import.notReady': {
      title: 'Файл ещё не готов к загрузке.',
      next: 'Дождитесь конца чтения и ответьте на вопросы, если они есть.',
    },
    'import.notCommitted': { title: 'Этот файл не загружен.', next: 'Обновите список загрузок.' },
    'import.busy': {
      title: 'Этот файл сейчас читается.',
      next: 'Дождитесь конца или остановите чтение.',
    },
    'import.demo': {
      title: 'В демо-компанию файлы не загружаются.',
      next: 'Создайте свою организацию: это займёт минуту.',
    },
    'import.mappingIncomplete': {
      title: 'Сопоставление неполное: нет даты, суммы, валюты или аккаунта.',
      next: 'Выберите столбец или задайте значение для всего файла.',
    },
    'import.mappingNotFound': { title: 'Такого сопоставления нет.', next: 'Обновите список.' },
    'import.badFolder': {
      title: 'Папка «{path}» недоступна.',
      next: 'Проверьте путь, подключение сетевого диска и права.',
    },
    'export.notFound': { title: 'Такой выгрузки нет.', next: 'Обновите список выгрузок.' },
    'export.failed': {
      title: 'Выгрузку не удалось записать.',
      next: 'Проверьте место на диске и права на папку данных, затем повторите.',
    },
    'export.nothing': {
      title: 'Под условия не подходит ни одна строка.',
      next: 'Измените период или фильтр.',
    },
    'export.mixed': {
      title: 'Суммы в разных валютах складывать нельзя.',
      next: 'Выберите одну валюту или пересчёт по курсу.',
    },
    'export.tooManyRows': {
      title: 'Строк {rows}, а книга Excel держит не больше {most}.',
      next: 'Сохраните в CSV или сузьте отбор.',
    },
    'export.notConformant': {
      title: 'Файл записан целиком, но не все строки отвечают правилам FOCUS: до {rows} на правило.',
      next: 'Суммы верны. Приёмник может отклонить файл по правилам: {rules}.',
    },
    'rates.notFound': { title: 'Такого курса нет.', next: 'Обновите список курсов.' },
    'rates.notRates': {
      title: 'В файле нет курсов валют.',
      next: 'Подойдут XML Банка России и CSV со столбцами: дата, валюта, номинал, курс.',
    },
    'rates.frozen': {
      title: 'Месяц {month} закрыт, его курсы не меняются.',
      next: 'Откройте месяц с указанием причины, исправьте курс и закройте снова.',
    },
    'rates.unreachable': {
      title: 'Сайт Банка России не ответил.',
      next: 'Проверьте сеть и прокси или загрузите курсы из файла.',
    },
    'rates.missing': {
      title: 'Нет курса: {currencies}.',
      next: 'Загрузите курсы Банка России за эти дни или введите курс вручную.',
    },
    'rates.rouble': { title: 'У рубля нет курса к рублю.', next: 'Выберите другую валюту.' },
    'rates.badRow': {
      title: 'Строка {line} не читается как курс: «{text}».',
      next: 'Исправьте строку и загрузите файл ещё раз. Из файла ничего не загружено.',
    },
    'rates.contradictory': {
      title: 'В файле два разных курса {currency} на {day}.',
      next: 'Оставьте верный и загрузите файл ещё раз. Из файла ничего не загружено.',
    },
    'rates.unknownCode': {
      title: 'Не понять, к какой валюте относятся курсы: код Банка России «{code}».',
      next: 'Сохраните курсы в CSV со столбцами «дата», «валюта», «номинал», «курс» и загрузите его.',
    },
    'rates.badAnswer': {
      title: 'Вместо курсов с сайта Банка России пришло что-то другое.',
      next: 'Откройте сайт в браузере: возможно, сеть просит войти. Курсы можно загрузить и из файла.',
    },
    'month.notOver': { title: 'Месяц {month} ещё не закончился.', next: 'Закройте его в следующем месяце.' },
    'month.closed': { title: 'Месяц {month} уже закрыт.', next: 'Обновите страницу.' },
    'month.notClosed': { title: 'Месяц {month} не закрыт.', next: 'Обновите страницу.' },
  },
  en: {
    'import.notFound': { title: 'There is no such import.', next: 'Refresh the list of imports.' },
    'import.noFile': { title: 'No file was given.', next: 'Choose the file again.' },
    'import.fileGone': {
      title: 'The file “{name}” is no longer there.',
      next: 'Put the file back or choose it again.',
    },
    'import.fileChanged': {
      title: 'The file “{name}” changed while it was being read.',
      next: 'Wait until it is written to the end and import it again.',
    },
    'import.isFolder': {
      title: '“{name}” is a folder, not a file.',
      next: 'Choose the files inside it, or set it as the watched folder.',
    },
    'import.linkOutside': {
      title: 'The link “{name}” leads out of the watched folder.',
      next: 'Put the file itself into the folder.',
    },
    'import.notReadable': {
      title: 'The file “{name}” cannot be opened.',
      next: 'Check the permissions and whether another program holds the file.',
    },
    'import.tooBig': {
      title: 'The file “{name}” is too big.',
      next: 'Split it by month or compress it with gzip.',
    },
    'import.bomb': {
      title: 'The archive “{name}” unpacks to a suspiciously large size.',
      next: 'Check where the file comes from. If it is yours, unpack it and import it uncompressed.',
    },
    'import.truncated': {
      title: 'The file “{name}” breaks off in the middle.',
      next: 'Download it again: the transfer did not finish or the disk was full.',
    },
    'import.wrongKind': {
      title: 'Files of this kind cannot be read: “{name}”.',
      next: 'CSV, gzipped CSV, Parquet and XLSX will do. Save an old .xls as .xlsx in Excel.',
    },
    'import.badZip': {
      title: 'The workbook “{name}” is damaged.',
      next: 'Open it in Excel, save it again as .xlsx and retry.',
    },
    'import.badParquet': { title: 'The Parquet file “{name}” is damaged.', next: 'Download it again.' },
    'import.nested': {
      title: 'The column “{column}” holds a nested structure instead of a value.',
      next: 'Export the report with plain columns: the amount cannot be told this way.',
    },
    'import.empty': { title: 'The file “{name}” is empty.', next: 'Check that it is the right file.' },
    'import.headerOnly': {
      title: 'The file “{name}” has a header and no rows.',
      next: 'Check the period of the report: it may have had no charges.',
    },
    'import.twoHeaders': {
      title: 'The file “{name}” holds several tables with different headers.',
      next: 'Put each table into a file of its own and import them one by one.',
    },
    'import.notKnown': {
      title: 'The program does not know a table like “{name}”.',
      next: 'Map its columns by hand: the mapping is kept for the next files.',
    },
    'import.swapped': {
      title: 'The column “{column}” holds text instead of amounts: the columns seem to be swapped.',
      next: 'Check the header of the file or map the columns by hand.',
    },
    'import.tooManyRejected': {
      title: 'Too many rows could not be read: {rows}.',
      next: 'Check encoding, separator and mapping. Nothing of the file was kept.',
    },
    'import.noneKept': {
      title: 'None of the first rows of the file could be read.',
      next: 'Check encoding, separator and mapping. Nothing of the file was kept.',
    },
    'import.manifestMissing': {
      title: 'Parts of the delivery are missing: {names}.',
      next: 'Choose the manifest together with all the files that it names.',
    },
    'import.cancelled': { title: 'The import was cancelled.', next: 'You can start it again.' },
    'import.interrupted': {
      title: 'The program was closed while the file was being read.',
      next: 'Press “Resume”: the file is read from its start, nothing is left over.',
    },
    'import.notReady': {
      title: 'The file is not ready to be loaded.',
      next: 'Wait until it is read and answer the questions, if there are any.',
    },
    'import.notCommitted': { title: 'This file is not loaded.', next: 'Refresh the list of imports.' },
    'import.busy': { title: 'This file is being read now.', next: 'Wait for the end or stop the reading.' },
    'import.demo': {
      title: 'Files cannot be loaded into the demo company.',
      next: 'Make an organisation of your own: it takes a minute.',
    },
    'import.mappingIncomplete': {
      title: 'The mapping is incomplete: date, amount, currency or account is missing.',
      next: 'Choose a column or give one value for the whole file.',
    },
    'import.mappingNotFound': { title: 'There is no such mapping.', next: 'Refresh the list.' },
    'import.badFolder': {
      title: 'The folder “{path}” is not available.',
      next: 'Check the path, the network drive and the permissions.',
    },
    'export.notFound': { title: 'There is no such export.', next: 'Refresh the list of exports.' },
    'export.failed': {
      title: 'The export could not be written.',
      next: 'Check the space on the disk and the permissions of the data folder, then retry.',
    },
    'export.nothing': { title: 'No line fits the conditions.', next: 'Change the period or the filter.' },
    'export.mixed': {
      title: 'Amounts in different currencies cannot be added up.',
      next: 'Choose one currency or a conversion.',
    },
    'export.tooManyRows': {
      title: '{rows} rows, and a workbook of Excel holds {most} at most.',
      next: 'Save as CSV, or narrow the choice.',
    },
    'export.notConformant': {
      title: 'The file is whole, but not every row keeps the rules of FOCUS: up to {rows} for a rule.',
      next: 'The amounts are right. Whoever takes the file may refuse it by these rules: {rules}.',
    },
    'rates.notFound': { title: 'There is no such rate.', next: 'Refresh the list of rates.' },
    'rates.notRates': {
      title: 'The file holds no exchange rates.',
      next: 'XML of the Bank of Russia or a CSV with the columns date, currency, nominal, rate will do.',
    },
    'rates.frozen': {
      title: 'The month {month} is closed, its rates do not change.',
      next: 'Reopen the month with a reason, correct the rate and close it again.',
    },
    'rates.unreachable': {
      title: 'The site of the Bank of Russia did not answer.',
      next: 'Check the network and the proxy, or load the rates from a file.',
    },
    'rates.missing': {
      title: 'There is no rate: {currencies}.',
      next: 'Load the rates of the Bank of Russia for these days or enter a rate by hand.',
    },
    'rates.rouble': { title: 'The rouble has no rate to itself.', next: 'Choose another currency.' },
    'rates.badRow': {
      title: 'Line {line} cannot be read as a rate: “{text}”.',
      next: 'Correct the line and load the file again. Nothing of the file was kept.',
    },
    'rates.contradictory': {
      title: 'The file holds two different rates of {currency} for {day}.',
      next: 'Leave the right one and load the file again. Nothing of the file was kept.',
    },
    'rates.unknownCode': {
      title: 'It is not clear which currency the rates are of: the Bank’s code is “{code}”.',
      next: 'Save the rates as a CSV with the columns date, currency, nominal, rate and load that.',
    },
    'rates.badAnswer': {
      title: 'Something else than rates came from the site of the Bank of Russia.',
      next: 'Open the site in a browser: the network may ask you to sign in. Rates can also be loaded from a file.',
    },
    'month.notOver': { title: 'The month {month} is not over yet.', next: 'Close it next month.' },
    'month.closed': { title: 'The month {month} is closed already.', next: 'Refresh the page.' },
    'month.notClosed': { title: 'The month {month} is not closed.', next: 'Refresh the page.' },
  },
}

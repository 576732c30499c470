import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area = 'report' | 'timetable' | 'delivery' | 'mail'
type ReportErrorCode = Extract<ErrorCode, `${Area}.${string}`>
type Sentence = { title: string; next: string }

/** Reports, their archive and the ways by which they go out. */
export const reportErrors: Record<Locale, Record<ReportErrorCode, Sentence>> = {
  ru: {
    'report.notFound': { title: 'Такого отчёта больше нет.', next: 'Обновите список отчётов.' },
    'report.nameTaken': { title: 'Отчёт «{name}» уже есть.', next: 'Дайте отчёту другое имя.' },
    'report.inUse': {
      title: 'Отчёт «{name}» нужен расписаниям: {count}.',
      next: 'Сначала удалите эти расписания.',
    },
    'report.badFile': {
      title: 'Это не файл отчёта.',
      next: 'Выберите файл, который программа сохранила командой «Сохранить шаблон».',
    },
    'report.newerFile': {
      title: 'Шаблон отчёта сохранён более новой версией программы.',
      next: 'Обновите программу и откройте файл ещё раз.',
    },
    'report.empty': {
      title: 'В отчёте нет ни одной таблицы или диаграммы для этого формата.',
      next: 'Добавьте блок или выберите другой формат.',
    },
    'report.failed': {
      title: 'Отчёт не сформирован.',
      next: 'Прежний отчёт остался в архиве. Повторите попытку; подробности в журнале.',
    },
    'report.cancelled': {
      title: 'Формирование отчёта остановлено.',
      next: 'Запустите его ещё раз, когда понадобится.',
    },
    'report.tooManyRows': {
      title: 'В отчёте {rows} строк, в этом формате помещается {limit}.',
      next: 'Ограничьте число строк в блоке или выберите CSV.',
    },
    'report.fileChanged': {
      title: 'Файл «{name}» в архиве изменён после формирования.',
      next: 'Сформируйте отчёт заново: данные и параметры сохранены.',
    },
    'report.fileMissing': {
      title: 'Файла «{name}» нет в архиве.',
      next: 'Сформируйте отчёт заново: данные и параметры сохранены.',
    },
    'report.runNotFound': { title: 'Такой записи в архиве больше нет.', next: 'Обновите архив.' },
    'report.noSpace': {
      title: 'На диске не хватило места для отчёта.',
      next: 'Освободите место и сформируйте отчёт ещё раз. Прежние отчёты не изменились.',
    },
    'report.folderGone': {
      title: 'Папка архива «{path}» недоступна.',
      next: 'Верните папку на место и сформируйте отчёт ещё раз.',
    },
    'report.noPermission': {
      title: 'Нет права записи в папку архива «{path}».',
      next: 'Верните право записи и сформируйте отчёт ещё раз.',
    },
    'report.interrupted': {
      title: 'Программа закрылась раньше, чем отчёт был готов.',
      next: 'Сформируйте отчёт ещё раз. Прежние отчёты не изменились.',
    },
    'timetable.notFound': { title: 'Такого расписания больше нет.', next: 'Обновите список расписаний.' },
    'timetable.nameTaken': { title: 'Расписание «{name}» уже есть.', next: 'Дайте расписанию другое имя.' },
    'timetable.badRule': {
      title: 'По такому правилу отчёт никогда не будет сформирован.',
      next: 'Проверьте день, время и часовой пояс.',
    },
    'delivery.folderGone': {
      title: 'Папки «{path}» нет.',
      next: 'Подключите сетевой диск или выберите другую папку. Отчёт остался в архиве.',
    },
    'delivery.fileLocked': {
      title: 'Файл «{name}» открыт в другой программе.',
      next: 'Закройте его в Excel: отправка повторится сама.',
    },
    'delivery.badName': { title: 'Имя «{name}» здесь недопустимо.', next: 'Дайте отчёту другое имя.' },
    'delivery.noSpace': {
      title: 'В папке «{path}» не хватает места.',
      next: 'Освободите место: отправка повторится сама. Отчёт остался в архиве.',
    },
    'delivery.noPermission': {
      title: 'Нет права записи в папку «{path}».',
      next: 'Попросите доступ к папке или выберите другую.',
    },
    'delivery.mailNotSet': {
      title: 'Почтовый сервер не настроен.',
      next: 'Укажите его в настройках, раздел «Почта».',
    },
    'delivery.mailRefused': {
      title: 'Почтовый сервер отклонил письмо: {reason}',
      next: 'Проверьте адреса и права отправителя.',
    },
    'delivery.mailTimeout': {
      title: 'Почтовый сервер {host} не ответил вовремя.',
      next: 'Отправка повторится сама. Отчёт остался в архиве.',
    },
    'delivery.mailBusy': {
      title: 'Почтовый сервер {host} сейчас не принимает письма: {reason}',
      next: 'Отправка повторится сама. Отчёт остался в архиве.',
    },
    'delivery.mailLogin': {
      title: 'Почтовый сервер не принял имя или пароль.',
      next: 'Исправьте их в настройках, раздел «Почта».',
    },
    'delivery.mailTls': {
      title: 'Защищённое соединение с {host} не установлено.',
      next: 'Проверьте порт и вид защиты; свой сертификат добавьте в настройках сети.',
    },
    'delivery.mailUnreachable': {
      title: 'Почтовый сервер {host} недоступен.',
      next: 'Проверьте адрес, порт и сеть. Отправка повторится сама.',
    },
    'delivery.tooLarge': {
      title: 'Письмо получается больше, чем принимает сервер.',
      next: 'Отправьте отчёт в папку или выберите меньше форматов.',
    },
    'delivery.offline': {
      title: 'Автономный режим: почта не отправляется.',
      next: 'Отчёт остался в архиве. Доставьте его в папку.',
    },
    'delivery.failed': {
      title: 'Отчёт не доставлен.',
      next: 'Отправка повторится сама; подробности в журнале. Отчёт остался в архиве.',
    },
    'delivery.demo': {
      title: 'Из демо-компании отчёты никуда не отправляются.',
      next: 'Скачайте файл или заведите свою организацию.',
    },
    'mail.badSettings': {
      title: 'Настройки почты неполные или неверные.',
      next: 'Проверьте сервер, порт и адрес отправителя. Без защиты письма уходят только на сервер этого компьютера.',
    },
  },
  en: {
    'report.notFound': { title: 'This report no longer exists.', next: 'Refresh the list of reports.' },
    'report.nameTaken': { title: 'There is already a report called “{name}”.', next: 'Choose another name.' },
    'report.inUse': {
      title: '“{name}” is needed by schedules: {count}.',
      next: 'Remove those schedules first.',
    },
    'report.badFile': {
      title: 'This is not a report file.',
      next: 'Choose a file that the program saved with “Save template”.',
    },
    'report.newerFile': {
      title: 'The template was saved by a newer version of the program.',
      next: 'Update the program and open the file again.',
    },
    'report.empty': {
      title: 'The report has no table or chart for this format.',
      next: 'Add a block or choose another format.',
    },
    'report.failed': {
      title: 'The report could not be produced.',
      next: 'The previous one is still in the archive. Try again; details are in the log.',
    },
    'report.cancelled': { title: 'The report was stopped.', next: 'Start it again when you need it.' },
    'report.tooManyRows': {
      title: 'The report has {rows} rows; this format holds {limit}.',
      next: 'Limit the rows of the block or choose CSV.',
    },
    'report.fileChanged': {
      title: '“{name}” was changed in the archive after it was produced.',
      next: 'Produce the report again: its data and parameters are kept.',
    },
    'report.fileMissing': {
      title: '“{name}” is missing from the archive.',
      next: 'Produce the report again: its data and parameters are kept.',
    },
    'report.runNotFound': { title: 'This entry is no longer in the archive.', next: 'Refresh the archive.' },
    'report.noSpace': {
      title: 'The disk has no room for the report.',
      next: 'Free some space and produce it again. Earlier reports are unchanged.',
    },
    'report.folderGone': {
      title: 'The archive folder “{path}” is not available.',
      next: 'Put the folder back and produce the report again.',
    },
    'report.noPermission': {
      title: 'The archive folder “{path}” may not be written to.',
      next: 'Restore the permission and produce the report again.',
    },
    'report.interrupted': {
      title: 'The program was closed before the report was ready.',
      next: 'Produce it again. Earlier reports are unchanged.',
    },
    'timetable.notFound': {
      title: 'This schedule no longer exists.',
      next: 'Refresh the list of schedules.',
    },
    'timetable.nameTaken': {
      title: 'There is already a schedule called “{name}”.',
      next: 'Choose another name.',
    },
    'timetable.badRule': {
      title: 'By this rule the report would never be produced.',
      next: 'Check the day, the time and the time zone.',
    },
    'delivery.folderGone': {
      title: 'There is no folder “{path}”.',
      next: 'Connect the network drive or choose another folder. The report is in the archive.',
    },
    'delivery.fileLocked': {
      title: '“{name}” is open in another program.',
      next: 'Close it in Excel: the delivery is repeated by itself.',
    },
    'delivery.badName': {
      title: 'The name “{name}” is not allowed here.',
      next: 'Choose another name for the report.',
    },
    'delivery.noSpace': {
      title: 'There is not enough room in “{path}”.',
      next: 'Free some space: the delivery is repeated by itself. The report is in the archive.',
    },
    'delivery.noPermission': {
      title: 'You may not write to “{path}”.',
      next: 'Ask for access or choose another folder.',
    },
    'delivery.mailNotSet': { title: 'No mail server is set up.', next: 'Set it up in Settings, “Mail”.' },
    'delivery.mailRefused': {
      title: 'The mail server refused the letter: {reason}',
      next: 'Check the addresses and the sender’s rights.',
    },
    'delivery.mailTimeout': {
      title: 'The mail server {host} did not answer in time.',
      next: 'The delivery is repeated by itself. The report is in the archive.',
    },
    'delivery.mailBusy': {
      title: 'The mail server {host} does not take letters just now: {reason}',
      next: 'It will be tried again. The report is in the archive.',
    },
    'delivery.mailLogin': {
      title: 'The mail server did not accept the user name or password.',
      next: 'Correct them in Settings, “Mail”.',
    },
    'delivery.mailTls': {
      title: 'No secure connection to {host} could be made.',
      next: 'Check the port and the kind of security; add your own certificate in the network settings.',
    },
    'delivery.mailUnreachable': {
      title: 'The mail server {host} cannot be reached.',
      next: 'Check the address, the port and the network. The delivery is repeated by itself.',
    },
    'delivery.tooLarge': {
      title: 'The letter is larger than the server accepts.',
      next: 'Deliver to a folder or choose fewer formats.',
    },
    'delivery.offline': {
      title: 'Offline mode: no mail is sent.',
      next: 'The report is in the archive. Deliver it to a folder.',
    },
    'delivery.failed': {
      title: 'The report was not delivered.',
      next: 'It will be tried again; details are in the log. The report is in the archive.',
    },
    'delivery.demo': {
      title: 'Reports of the demo company are not sent anywhere.',
      next: 'Download the file, or add an organisation of your own.',
    },
    'mail.badSettings': {
      title: 'The mail settings are incomplete or wrong.',
      next: 'Check the server, the port and the sender. Without security, letters go only to a server on this computer.',
    },
  },
}

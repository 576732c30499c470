import type { Locale } from '../lib/format-money.ts'

/** What the program says outside its windows: in the terminal and on the page of a browser that has not come by the link. */
const ru = {
  'web.opened': 'InfraZen {version} работает в браузере. Откройте ссылку:',
  'web.newLink': 'Новая ссылка:',
  'web.howToRenew': 'Ссылка одноразовая. Новая — клавиша Enter, остановить программу — Ctrl+C.',
  'web.howToStop': 'Ссылка одноразовая. Остановить программу — Ctrl+C.',
  'web.portTaken': 'Порт {port} уже занят. Укажите другой: --port.',
  'web.notBuilt': 'Страница программы не собрана. Выполните «npm run build».',
  'web.strangerTitle': 'Откройте InfraZen по ссылке из терминала',
  'web.strangerText':
    'Эта страница открывается только по одноразовой ссылке. Она напечатана в терминале, где запущена программа; новую печатает клавиша Enter.',
  'cli.help': `Команды:
  status     версия, папка данных и что в ней есть
  sync       синхронизировать подключения, которым пора по расписанию; sync all: все; sync <название> …: эти
  import     загрузить счета и детализацию из файлов: import <файл> …
  report     сформировать отчёт: report <название, шаблон или файл.json> --period 2026-10 --formats pdf,xlsx --out <папка>
             report --list: какие есть; report due: всё, что пора по расписанию, вместе с доставкой
  reconcile  сверка с актами: reconcile --month 2026-10
  export     выгрузить расходы в формате FOCUS: export --focus 1.2 --format csv|parquet --from <дата> --to <дата> --out <файл>
             export --what postings --month 2026-10 --format xlsx|txt: проводки для 1С
  backup     сделать резервную копию
  restore    восстановить из копии: restore --list; restore <копия> или restore latest
  verify     проверить архив отчётов, хранилище и копии
  package    подписанные пакеты: package key --out <имя>; package make --kind rates --from <дата> --to <дата> [--fetch] --key <файл> --out <файл>;
             package make --kind calendars|prices|licence|updates --content <файл JSON> …; package load <файл>; package list
  parcel     обмен между установками: parcel make --month <месяц> --out <файл>; parcel open <файл>; parcel merge <файл>
  demo       создать демо-компанию или довести её данные до сегодняшнего дня
  recover    поставить на место повреждённого хранилища последнюю исправную копию
  help       эта справка
Параметры всех команд:
  --data <папка>            папка данных
  --format table|json|csv   вид вывода
  --language ru|en          язык вывода и отчётов
  --now <время>             считать, что сейчас это время
  --lock-timeout <секунд>   сколько ждать, если хранилище занято другой командой (0, если не указано)
  --organisation <название> какая организация, если их несколько
  --token-file <файл>       войти ключом доступа из файла; то же делает переменная INFRAZEN_TOKEN_FILE
Параметры команд:
  --mode replace|add        import: дни из файла вместо загруженных раньше (так всегда, если не указано) или вдобавок к ним
  --dry-run                 import: прочитать и показать итоги, ничего не загружая
  --period <период>         report: 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-15, «прошлый» (как в отчёте, если не указан)
  --formats <виды>          report: pdf, xlsx, csv, json, png, svg, focus через запятую (pdf, если не указаны)
  --month <месяц>           reconcile, export, parcel: 2026-10 (прошлый, если не указан)
  --focus 1.0…1.4           export: версия FOCUS (1.2, если не указана)
  --from, --to <дата>       export: первый и последний день, 2026-05-01 (всё, что есть, если не указаны)
  --latin                   export: тексты латиницей, как требует официальный валидатор FOCUS
  --out <файл или папка>    куда записать: report в папку (текущую, если не указана), export в файл (в стандартный вывод); - стандартный вывод
  --yes                     restore, parcel: не спрашивать подтверждения
  --passphrase-stdin        взять парольную фразу из стандартного ввода
  --passphrase-file <файл>  package, parcel: взять парольную фразу из файла
Без --token-file команда входит как владелец хранилища: для этого файл хранилища должен принадлежать вам.
Если окно программы открыто, команда выполняется в нём, с теми же правами и с записью в журнале.
Коды выхода: 0 готово, 1 ошибка, 2 неверная команда, 3 выполнено не всё, 4 хранилище занято, 77 нет прав, 78 программа не установлена.
reconcile: 1 есть подключение без акта, 3 есть расхождения. verify: 1 что-то повреждено.`,
  'cli.version': 'Версия',
  'cli.organisation': 'Организация',
  'cli.dataFolder': 'Папка данных',
  'cli.storeBytes': 'Размер хранилища, байт',
  'cli.store': 'Хранилище',
  'cli.free': 'свободно',
  'cli.openElsewhere': 'открыто в другой программе',
  'cli.holder': 'Процесс этой программы',
  'cli.heldSince': 'Открыто с',
  'cli.organisations': 'Организаций с входом по паролю',
  'cli.hasDemo': 'Демо-компания',
  'cli.connections': 'Подключений',
  'cli.resources': 'Ресурсов',
  'cli.costLines': 'Строк расходов',
  'cli.firstDay': 'Первый день',
  'cli.lastDay': 'Последний день',
  'cli.backup': 'Резервная копия',
  'cli.backupAt': 'Копия сделана',
  'cli.keptAs': 'Повреждённый файл теперь здесь',
  'cli.synced': 'Синхронизировано',
  'cli.syncedInPart': 'Синхронизировано частично',
  'cli.notSynced': 'Не синхронизировано',
  'cli.recovered':
    'Хранилище восстановлено, запускайте программу как обычно. Введённое после этой копии придётся ввести заново.',
  'cli.vaultLocked':
    'Хранилище ключей закрыто парольной фразой. Передайте её через стандартный ввод (--passphrase-stdin) или назовите файл с ней в переменной {variable}; читать файл должны только вы (chmod 600).',
  'cli.noPassphrase': 'Парольная фраза не прочитана: нужна одна непустая строка.',
  'cli.noPassphraseFile': 'Файл с парольной фразой не прочитан: {path}',
  'cli.openPassphraseFile':
    'Файл с парольной фразой могут прочитать другие: {path}. Закройте его: chmod 600.',
  'cli.bytes': 'Размер, байт',
  'cli.path': 'Файл',
  'cli.restored': 'Хранилище восстановлено из копии. Прежнее состояние сохранено отдельной копией.',
  'cli.reallyRestore':
    'Заменить хранилище копией {id}? Всё, что введено после неё, останется только в копии. (да/нет)',
  'cli.notConfirmed': 'Ничего не изменено.',
  'cli.verified': 'Проверено файлов архива: {files}, резервных копий: {copies}.',
  'cli.unknownActs': 'Актов, у которых не указано подключение: {count}.',
  'cli.reportStarted': 'Формирую отчёт…',
  'cli.reportWritten': '{file}: байт {bytes}, SHA-256 {sha256}',
  'cli.noSuchReport': 'Нет отчёта или шаблона «{name}». Какие есть, покажет report --list',
  'cli.reportAmbiguous': 'Отчётов с названием «{name}» несколько. Укажите номер отчёта.',
  'cli.noReportFile': 'Файл отчёта не прочитан: {path}',
  'cli.noToken': 'Ключ доступа не прочитан: в файле должна быть одна непустая строка.',
  'cli.noTokenFile': 'Файл с ключом доступа не прочитан: {path}',
  'cli.openTokenFile': 'Файл с ключом доступа могут прочитать другие: {path}. Закройте его: chmod 600.',
  'cli.privateKey': 'Закрытый ключ',
  'cli.publicKey': 'Открытый ключ',
  'cli.fingerprint': 'Отпечаток',
  'cli.sha256': 'SHA-256',
  'cli.rows': 'Строк',
  'cli.added': 'Добавлено месяцев',
  'cli.replaced': 'Заменено месяцев',
  'cli.same': 'Без изменений',
  'cli.older': 'Есть новее',
  'cli.parcelFrom': 'Посылка: {organisation}. Отпечаток отправителя: {fingerprint}',
  'cli.senderNew': 'От этого отправителя посылок ещё не было: сверьте отпечаток по телефону.',
  'cli.senderChanged':
    'Раньше посылки этой организации подписывал другой ключ. Сверьте отпечаток и подтвердите: --yes.',
  'cli.noRates': 'В хранилище нет курсов Банка России за эти дни. Загрузить их с сайта: --fetch.',
  'cli.noFile': 'Файл не прочитан: {path}',
  'cli.badContent': 'Это не JSON: {path}',
  'cli.fileIsThere': 'Такой файл уже есть: {path}. Программа его не заменяет.',
  'cli.notWritten': 'Файл не записан: {path}',
  'column.version': 'Версия',
  'column.made': 'Сделан',
  'column.key': 'Ключ',
  'usage.package': 'package бывает key, make, load и list. Как пишется команда, покажет {help}',
  'usage.parcel': 'parcel бывает make, open и merge. Как пишется команда, покажет {help}',
  'usage.noContent': 'Укажите файл с содержимым: --content.',
  'usage.noPassphrase': 'Нужна фраза: --passphrase-file или --passphrase-stdin.',
  'cli.yes': 'есть',
  'cli.no': 'нет',
  'column.id': 'Номер',
  'column.format': 'Вид',
  'column.bytes': 'Байт',
  'column.sha256': 'SHA-256',
  'column.name': 'Название',
  'column.kind': 'Что это',
  'column.title': 'Заголовок',
  'column.files': 'Файлов',
  'column.delivered': 'Доставлено',
  'column.run': 'Номер запуска',
  'column.backup': 'Копия',
  'column.at': 'Сделана',
  'column.reason': 'Почему',
  'column.what': 'Что',
  'column.state': 'Состояние',
  'column.account': 'Подключение',
  'column.provider': 'Провайдер',
  'column.month': 'Месяц',
  'column.currency': 'Валюта',
  'column.accrued': 'Начислено',
  'column.withVat': 'К оплате с НДС',
  'column.act': 'По акту',
  'column.actNumbers': 'Акты',
  'column.difference': 'Расхождение',
  'column.unexplained': 'Не объяснено',
  'column.isEqual': 'Сходится',
  'column.yes': 'да',
  'column.no': 'нет',
  'column.file': 'Файл',
  'column.status': 'Итог',
  'column.rowsIn': 'Строк',
  'column.rowsKept': 'Принято',
  'column.rowsRejected': 'В карантине',
  'column.from': 'С',
  'column.to': 'По',
  'column.totals': 'Сумма',
  'column.problem': 'Причина',
  'import.is.waiting': 'ждёт',
  'import.is.reading': 'читается',
  'import.is.paused': 'прервано',
  'import.is.asking': 'нужен ответ в окне программы',
  'import.is.ready': 'прочитано, не загружено',
  'import.is.same': 'уже загружено',
  'import.is.committed': 'загружено',
  'import.is.withdrawn': 'отозвано',
  'import.is.failed': 'не загружено',
  'import.is.cancelled': 'отменено',
  'import.asks.mapping': 'что в каких столбцах',
  'import.asks.dateOrder': 'порядок дня и месяца в датах',
  'import.asks.currency': 'валюта',
  'import.asks.account': 'аккаунт',
  'import.asks.provider': 'провайдер',
  'import.asks.decimal': 'знак дробной части',
  'launch.help': `Команды:
  npm start               открыть программу
  npm start -- --web      открыть в браузере, даже если есть своё окно
  npm run cli -- help     команды терминала
  npm run dev             разработка: страница обновляется сама
  npm run build           собрать (--force: всё заново, --only page|main|preload: одну часть)
Параметры npm start: --data <папка>, --now <время>, --port <порт>, --no-open, --retry-electron.`,
  'launch.building': 'Собираю программу…',
  'launch.buildFailed': 'Сборка не удалась: {problem}',
  'launch.notInstalled': 'Нет пакета {name}. Выполните «npm ci».',
  'launch.noDisplay': 'Экрана здесь нет, поэтому вместо окна программа работает через браузер.',
  'launch.root': 'Окно программы не работает от имени root, поэтому она открывается в браузере.',
  'launch.noElectron':
    'Среды Electron {version} здесь нет и скачать её не удалось, поэтому программа открывается в браузере. Проверить снова: npm start -- --retry-electron',
  'launch.fetching': 'Скачиваю среду Electron {version}, это нужно один раз…',
  'launch.electronBroken': 'Окно программы не запустилось, поэтому она открывается в браузере.',
  'launch.dev':
    'Страницу отдаёт Vite по адресу {origin}: с горячей заменой, но без политики безопасности содержимого. Проверяйте её в «npm start».',
  'launch.noScript': 'Нет такого файла: {name}',
  'log.where': 'Подробности в журнале: {path}',
  'usage.unknownCommand': 'Нет такой команды: {name}. Какие есть, покажет {help}',
  'usage.unknownOption': 'Нет такого параметра: {name}. Какие есть, покажет {help}',
  'usage.extraWord': 'Лишнее слово: {word}. Как пишется команда, покажет {help}',
  'usage.noValue': 'Для {name} не указано значение. Если оно начинается с дефиса, пишите {name}=<значение>.',
  'usage.needlessValue': 'Параметр {name} пишется без значения.',
  'usage.badBundle': 'Нет такой части сборки: {name}. В --only можно указать page, main или preload.',
  'usage.badNow': 'Неверное время в --now: нужен вид 2026-11-20T09:00:00Z.',
  'usage.badPort': 'Неверный порт в --port: нужно число от 0 до 65535.',
  'usage.strayOption': 'У команды {name} нет параметра {option}. Как она пишется, покажет {help}',
  'usage.badLanguage': 'Неверный язык в --language: есть ru и en.',
  'usage.badSeconds': 'Неверное значение {name}: нужно целое число секунд.',
  'usage.badPeriod':
    'Неверный период в --period: нужен вид 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-15 или «прошлый».',
  'usage.badMonth': 'Неверный месяц в --month: нужен вид 2026-10.',
  'usage.badReportFormat': 'Неверный вид файла в --formats: есть pdf, xlsx, csv, json, png, svg и focus.',
  'usage.oneFormat':
    'В стандартный вывод идёт один файл: оставьте в --formats один вид или укажите папку в --out.',
  'usage.noReport':
    'Какой отчёт сформировать? Какие есть, покажет report --list; как пишется команда: {help}',
  'usage.noBackup':
    'Из какой копии восстановить? Какие есть, покажет restore --list; как пишется команда: {help}',
  'usage.needsYes': 'Восстановление заменит хранилище. Подтвердите: --yes.',
  'usage.badWhat': 'Неверное значение --what: есть lines и postings.',
  'usage.badPostingsFormat': 'Неверный вид файла в --format: для проводок есть xlsx и txt.',
  'export.postings': 'Проводки за {month}: строк {lines}, байт {bytes}',
  'usage.noFiles': 'Какие файлы загрузить? Как пишется команда, покажет {help}',
  'usage.badMode': 'Неверное значение --mode: есть replace и add.',
  'usage.badFocusVersion': 'Неверная версия в --focus: есть 1.0, 1.1, 1.2, 1.3 и 1.4.',
  'usage.badFocusFormat': 'Неверный вид файла в --format: для export есть csv и parquet.',
  'usage.badDay': 'Неверная дата в {name}: нужен вид 2026-05-01.',
  'export.done': 'Выгружено строк: {lines}, байт: {bytes}, FOCUS {version}',
  'export.notConformant':
    'Файл записан целиком, но нарушено правил FOCUS: {rules}. Какие, сказано в журнале.',
  'usage.badFormat': 'Неверный вид вывода в --format: есть table, json и csv.',
}

const en: Record<keyof typeof ru, string> = {
  'web.opened': 'InfraZen {version} runs in the browser. Open the link:',
  'web.newLink': 'New link:',
  'web.howToRenew': 'The link works once. Enter prints a new one, Ctrl+C stops the program.',
  'web.howToStop': 'The link works once. Ctrl+C stops the program.',
  'web.portTaken': 'Port {port} is taken. Name another: --port.',
  'web.notBuilt': 'The page is not built. Run "npm run build".',
  'web.strangerTitle': 'Open InfraZen by the link from the terminal',
  'web.strangerText':
    'This page opens by a one-time link only. The terminal where the program runs shows it; Enter prints a new one.',
  'cli.help': `Commands:
  status     version, data folder and what is in it
  sync       synchronise the connections that are due by schedule; sync all: all; sync <name> …: these
  import     load bills and cost reports from files: import <file> …
  report     produce a report: report <name, template or file.json> --period 2026-10 --formats pdf,xlsx --out <folder>
             report --list: which there are; report due: all that schedules owe, deliveries included
  reconcile  bills against acts: reconcile --month 2026-10
  export     write the costs out as FOCUS: export --focus 1.2 --format csv|parquet --from <day> --to <day> --out <file>
             export --what postings --month 2026-10 --format xlsx|txt: postings for 1C
  backup     make a backup
  restore    restore a backup: restore --list; restore <backup> or restore latest
  verify     check the archive of reports, the store and the backups
  package    signed packages: package key --out <name>; package make --kind rates --from <day> --to <day> [--fetch] --key <file> --out <file>;
             package make --kind calendars|prices|licence|updates --content <JSON file> …; package load <file>; package list
  parcel     exchange between installations: parcel make --month <month> --out <file>; parcel open <file>; parcel merge <file>
  demo       make the demo company or bring its data up to today
  recover    put the latest sound backup in the place of a damaged store
  help       this text
Options of every command:
  --data <folder>           data folder
  --format table|json|csv   form of the output
  --language ru|en          language of the output and of reports
  --now <time>              take this time for now
  --lock-timeout <seconds>  how long to wait for another command that has the store (0 unless said otherwise)
  --organisation <name>     which organisation, where there are several
  --token-file <file>       sign in by the access token in the file; the variable INFRAZEN_TOKEN_FILE does the same
Options of commands:
  --mode replace|add        import: the file's days instead of what was loaded before (unless said otherwise) or besides it
  --dry-run                 import: read and show the totals, load nothing
  --period <period>         report: 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-15, "last" (the report's own unless said otherwise)
  --formats <kinds>         report: pdf, xlsx, csv, json, png, svg, focus with commas (pdf unless said otherwise)
  --month <month>           reconcile, export, parcel: 2026-10 (the last one unless said otherwise)
  --focus 1.0…1.4           export: version of FOCUS (1.2 unless said otherwise)
  --from, --to <day>        export: first and last day, 2026-05-01 (all there is unless said otherwise)
  --latin                   export: texts in Latin letters, as the official validator of FOCUS wants them
  --out <file or folder>    where to write: report to a folder (this one), export to a file (standard output); - standard output
  --yes                     restore, parcel: do not ask
  --passphrase-stdin        read the passphrase from standard input
  --passphrase-file <file>  package, parcel: read the passphrase from a file
Without --token-file a command signs in as the owner of the store: the store's file has to be yours.
Where a window of the program is open, the command runs in it, with the same rights and the same trail.
Exit codes: 0 done, 1 failed, 2 wrong command, 3 done in part, 4 store busy, 77 no permission, 78 not installed.
reconcile: 1 a connection has no act, 3 there are differences. verify: 1 something is damaged.`,
  'cli.version': 'Version',
  'cli.organisation': 'Organisation',
  'cli.dataFolder': 'Data folder',
  'cli.storeBytes': 'Store size, bytes',
  'cli.store': 'Store',
  'cli.free': 'free',
  'cli.openElsewhere': 'open in another program',
  'cli.holder': 'Process of that program',
  'cli.heldSince': 'Open since',
  'cli.organisations': 'Organisations with a password',
  'cli.hasDemo': 'Demo company',
  'cli.connections': 'Connections',
  'cli.resources': 'Resources',
  'cli.costLines': 'Cost lines',
  'cli.firstDay': 'First day',
  'cli.lastDay': 'Last day',
  'cli.backup': 'Backup',
  'cli.backupAt': 'Backup of',
  'cli.keptAs': 'The damaged file is now',
  'cli.synced': 'Synchronised',
  'cli.syncedInPart': 'Synchronised in part',
  'cli.notSynced': 'Not synchronised',
  'cli.recovered':
    'The store is restored: start the program as usual. What was entered after that backup has to be entered again.',
  'cli.vaultLocked':
    'The vault of keys is locked by a passphrase. Give it on standard input (--passphrase-stdin) or name a file with it in {variable}; only you may be able to read that file (chmod 600).',
  'cli.noPassphrase': 'No passphrase was read: it takes one line that is not empty.',
  'cli.noPassphraseFile': 'The file with the passphrase could not be read: {path}',
  'cli.openPassphraseFile': 'Others can read the file with the passphrase: {path}. Close it: chmod 600.',
  'cli.bytes': 'Size, bytes',
  'cli.path': 'File',
  'cli.restored':
    'The store is restored from the backup. What was there before is kept as a backup of its own.',
  'cli.reallyRestore':
    'Put the backup {id} in the place of the store? What was entered after it stays in a backup only. (yes/no)',
  'cli.notConfirmed': 'Nothing was changed.',
  'cli.verified': 'Files of the archive checked: {files}, backups: {copies}.',
  'cli.unknownActs': 'Acts that belong to no connection yet: {count}.',
  'cli.reportStarted': 'Producing the report…',
  'cli.reportWritten': '{file}: {bytes} bytes, SHA-256 {sha256}',
  'cli.noSuchReport': 'There is no report or template “{name}”. See report --list',
  'cli.reportAmbiguous': 'Several reports are called “{name}”. Give the number of the report.',
  'cli.noReportFile': 'The file of the report could not be read: {path}',
  'cli.noToken': 'No access token was read: the file has to hold one line that is not empty.',
  'cli.noTokenFile': 'The file with the access token could not be read: {path}',
  'cli.openTokenFile': 'Others can read the file with the access token: {path}. Close it: chmod 600.',
  'cli.privateKey': 'Private key',
  'cli.publicKey': 'Public key',
  'cli.fingerprint': 'Fingerprint',
  'cli.sha256': 'SHA-256',
  'cli.rows': 'Lines',
  'cli.added': 'Months added',
  'cli.replaced': 'Months replaced',
  'cli.same': 'Unchanged',
  'cli.older': 'Newer is here',
  'cli.parcelFrom': 'Parcel of {organisation}. Fingerprint of the sender: {fingerprint}',
  'cli.senderNew': 'Nothing came from this sender before: compare the fingerprint by telephone.',
  'cli.senderChanged':
    'Parcels of this organisation were signed with another key before. Compare the fingerprint and confirm: --yes.',
  'cli.noRates': 'The store has no Bank of Russia rates of these days. To load them from the site: --fetch.',
  'cli.noFile': 'The file could not be read: {path}',
  'cli.badContent': 'This is not JSON: {path}',
  'cli.fileIsThere': 'There is such a file already: {path}. The program does not replace it.',
  'cli.notWritten': 'The file could not be written: {path}',
  'column.version': 'Version',
  'column.made': 'Made',
  'column.key': 'Key',
  'usage.package': 'package takes key, make, load and list. See {help}',
  'usage.parcel': 'parcel takes make, open and merge. See {help}',
  'usage.noContent': 'Name the file with the contents: --content.',
  'usage.noPassphrase': 'A passphrase is needed: --passphrase-file or --passphrase-stdin.',
  'cli.yes': 'yes',
  'cli.no': 'no',
  'column.id': 'Number',
  'column.format': 'Kind',
  'column.bytes': 'Bytes',
  'column.sha256': 'SHA-256',
  'column.name': 'Name',
  'column.kind': 'What it is',
  'column.title': 'Title',
  'column.files': 'Files',
  'column.delivered': 'Delivered',
  'column.run': 'Number of the run',
  'column.backup': 'Backup',
  'column.at': 'Made',
  'column.reason': 'Why',
  'column.what': 'What',
  'column.state': 'State',
  'column.account': 'Connection',
  'column.provider': 'Provider',
  'column.month': 'Month',
  'column.currency': 'Currency',
  'column.accrued': 'Accrued',
  'column.withVat': 'Due with VAT',
  'column.act': 'By the act',
  'column.actNumbers': 'Acts',
  'column.difference': 'Difference',
  'column.unexplained': 'Unexplained',
  'column.isEqual': 'Equal',
  'column.yes': 'yes',
  'column.no': 'no',
  'column.file': 'File',
  'column.status': 'Outcome',
  'column.rowsIn': 'Rows',
  'column.rowsKept': 'Kept',
  'column.rowsRejected': 'In quarantine',
  'column.from': 'From',
  'column.to': 'To',
  'column.totals': 'Total',
  'column.problem': 'Why',
  'import.is.waiting': 'waits',
  'import.is.reading': 'is being read',
  'import.is.paused': 'interrupted',
  'import.is.asking': 'needs an answer in the window',
  'import.is.ready': 'read, not loaded',
  'import.is.same': 'loaded before',
  'import.is.committed': 'loaded',
  'import.is.withdrawn': 'taken back',
  'import.is.failed': 'not loaded',
  'import.is.cancelled': 'cancelled',
  'import.asks.mapping': 'what stands in which column',
  'import.asks.dateOrder': 'the order of day and month in dates',
  'import.asks.currency': 'currency',
  'import.asks.account': 'account',
  'import.asks.provider': 'provider',
  'import.asks.decimal': 'the decimal mark',
  'launch.help': `Commands:
  npm start               open the program
  npm start -- --web      open it in the browser even where it has a window of its own
  npm run cli -- help     commands for the terminal
  npm run dev             development: the page refreshes itself
  npm run build           build (--force: everything anew, --only page|main|preload: one part)
Options of npm start: --data <folder>, --now <time>, --port <port>, --no-open, --retry-electron.`,
  'launch.building': 'Building the program…',
  'launch.buildFailed': 'The build failed: {problem}',
  'launch.notInstalled': 'The package {name} is missing. Run "npm ci".',
  'launch.noDisplay': 'There is no display here, so the program works through a browser instead of a window.',
  'launch.root': 'The window does not work for root, so the program opens in a browser.',
  'launch.noElectron':
    'The Electron {version} runtime is not here and could not be downloaded, so the program opens in a browser. To try again: npm start -- --retry-electron',
  'launch.fetching': 'Downloading the Electron {version} runtime, this once…',
  'launch.electronBroken': 'The window did not start, so the program opens in a browser.',
  'launch.dev':
    'Vite serves the page at {origin}: with hot reload, without the content security policy. Check the page with "npm start" too.',
  'launch.noScript': 'There is no such file: {name}',
  'log.where': 'The log has the details: {path}',
  'usage.unknownCommand': 'There is no such command: {name}. See {help}',
  'usage.unknownOption': 'There is no such option: {name}. See {help}',
  'usage.extraWord': 'One word too many: {word}. See {help}',
  'usage.noValue': '{name} has no value. If the value begins with a dash, write {name}=<value>.',
  'usage.needlessValue': '{name} takes no value.',
  'usage.badBundle': 'There is no such part of the build: {name}. --only takes page, main or preload.',
  'usage.badNow': 'Wrong time in --now: it looks like 2026-11-20T09:00:00Z.',
  'usage.badPort': 'Wrong port in --port: a number from 0 to 65535.',
  'usage.strayOption': 'The command {name} takes no {option}. See {help}',
  'usage.badLanguage': 'Wrong language in --language: there are ru and en.',
  'usage.badSeconds': 'Wrong value of {name}: a whole number of seconds.',
  'usage.badPeriod':
    'Wrong period in --period: it looks like 2026-10, 2026-Q3, 2026, 2026-10-01..2026-10-15 or "last".',
  'usage.badMonth': 'Wrong month in --month: it looks like 2026-10.',
  'usage.badReportFormat':
    'Wrong kind of file in --formats: there are pdf, xlsx, csv, json, png, svg and focus.',
  'usage.oneFormat': 'One file goes to standard output: name one kind in --formats, or a folder in --out.',
  'usage.noReport': 'Which report is to be produced? See report --list, and {help}',
  'usage.noBackup': 'Which backup is to be restored? See restore --list, and {help}',
  'usage.needsYes': 'A restore replaces the store. Confirm it: --yes.',
  'usage.badWhat': 'Wrong value of --what: there are lines and postings.',
  'usage.badPostingsFormat': 'Wrong kind of file in --format: for postings there are xlsx and txt.',
  'export.postings': 'Postings of {month}: {lines} rows, {bytes} bytes',
  'usage.noFiles': 'Which files are to be loaded? See {help}',
  'usage.badMode': 'Wrong value of --mode: there are replace and add.',
  'usage.badFocusVersion': 'Wrong version in --focus: there are 1.0, 1.1, 1.2, 1.3 and 1.4.',
  'usage.badFocusFormat': 'Wrong kind of file in --format: for export there are csv and parquet.',
  'usage.badDay': 'Wrong day in {name}: it looks like 2026-05-01.',
  'export.done': 'Rows written: {lines}, bytes: {bytes}, FOCUS {version}',
  'export.notConformant':
    'The file is whole, but rules of FOCUS that are broken: {rules}. The log says which.',
  'usage.badFormat': 'Wrong form in --format: there are table, json and csv.',
}

const terminalTexts: Record<Locale, Record<keyof typeof ru, string>> = { ru, en }
export type TerminalText = keyof typeof ru

export function terminalText(
  locale: Locale,
  key: TerminalText,
  facts: Record<string, string | number> = {},
): string {
  return terminalTexts[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
}

import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area = 'connection' | 'schedule' | 'provider' | 'sync' | 'vault' | 'network' | 'filter'
type CloudCode = Extract<ErrorCode, `${Area}.${string}` | 'demo.noConnections'>
type Sentence = { title: string; next: string }

/** What can go wrong between this program, a provider and the place of the secrets. `{said}`: the provider's own words. */
export const cloudErrors: Record<Locale, Record<CloudCode, Sentence>> = {
  ru: {
    'demo.noConnections': {
      title: 'Демо-компания не связана с облаками: её данные вымышлены.',
      next: 'Создайте организацию и подключите облако в ней.',
    },
    'connection.notFound': {
      title: 'Подключение не найдено.',
      next: 'Обновите список: возможно, его удалили.',
    },
    'connection.duplicate': {
      title: 'Этот аккаунт уже подключён: «{name}».',
      next: 'Измените существующее подключение или укажите ключ другого аккаунта.',
    },
    'connection.nameTaken': {
      title: 'Подключение с названием «{name}» уже есть.',
      next: 'Выберите другое название.',
    },
    'connection.otherAccount': {
      title: 'Эти данные от другого аккаунта: {found} вместо {expected}.',
      next: 'Укажите ключ прежнего аккаунта или добавьте новое подключение.',
    },
    'connection.notSyncable': {
      title: 'Подключение «{name}» в архиве: синхронизировать его нельзя.',
      next: 'Подключите аккаунт заново, его история продолжится.',
    },
    'connection.filesOnly': {
      title: 'Счета «{name}» приходят файлами: синхронизировать и настраивать здесь нечего.',
      next: 'Загрузите новый файл в разделе «Данные» или подключите этот аккаунт по ключу, и история продолжится.',
    },
    'connection.missingField': { title: 'Не заполнено поле «{field}».', next: 'Заполните его и повторите.' },
    'connection.badAddress': {
      title: 'Адрес «{field}» не подходит.',
      next: 'Нужен адрес, который начинается с https://.',
    },
    'schedule.badPattern': {
      title: 'Расписание «{pattern}» не разобрать.',
      next: 'Пять полей через пробел: минуты, часы, дни, месяцы, дни недели. Например, 0 9 * * 1-5: в 9:00 по будням.',
    },
    'provider.badCredentials': {
      title: 'Провайдер не принял ключ или пароль. {said}',
      next: 'Проверьте данные подключения и введите их заново.',
    },
    'provider.codeRequired': {
      title: 'Провайдер просит одноразовый код.',
      next: 'Откройте подключение, введите код из приложения, СМС или письма и нажмите «Проверить».',
    },
    'provider.badCode': {
      title: 'Одноразовый код не подошёл.',
      next: 'Дождитесь нового кода и введите его.',
    },
    'provider.addressBlocked': {
      title: 'Провайдер закрыл доступ с этого адреса в сети. {said}',
      next: 'Подождите и снимите запрет в панели провайдера. До этого программа повторять вход не будет.',
    },
    'provider.accountState': {
      title: 'Аккаунт у провайдера недоступен. {said}',
      next: 'Проверьте состояние аккаунта в панели провайдера.',
    },
    'provider.forbidden': {
      title: 'У ключа нет права: {right}. {said}',
      next: 'Выдайте право в панели провайдера и синхронизируйте ещё раз.',
    },
    'provider.unreachable': {
      title: 'Нет связи с {host}.',
      next: 'Проверьте сеть и адрес. Последние полученные данные остались на месте.',
    },
    'provider.timeout': {
      title: '{host} не ответил за {seconds} с.',
      next: 'Повторите позже. Последние полученные данные остались на месте.',
    },
    'provider.tls': {
      title: 'Не удалось проверить сертификат {host}: {reason}.',
      next: 'Если трафик проверяет ваша организация, добавьте её корневой сертификат: «Настройки › Сеть».',
    },
    'provider.proxy': {
      title: 'Прокси {proxy} не пропустил запрос: {reason}.',
      next: 'Проверьте адрес прокси, имя и пароль: «Настройки › Сеть».',
    },
    'provider.portal': {
      title: 'Вместо {host} ответила веб-страница.',
      next: 'Похоже, сеть просит войти через браузер. Войдите и повторите.',
    },
    'provider.badAnswer': {
      title: '{host} ответил не так, как ожидалось: {path}, {problem}.',
      next: 'Повторите позже. Если не пройдёт, обновите программу: провайдер мог изменить формат.',
    },
    'provider.rateLimited': {
      title: '{host} просит обращаться реже.',
      next: 'Подождите несколько минут и повторите.',
    },
    'provider.serverError': {
      title: 'У {host} ошибка {status}. {said}',
      next: 'Сбой на стороне провайдера. Повторите позже.',
    },
    'provider.refused': {
      title: '{host} отклонил запрос: {status}. {said}',
      next: 'Повторите позже. Если не пройдёт, пришлите журнал разработчикам.',
    },
    'provider.tooLarge': {
      title: 'Ответ {host} слишком большой.',
      next: 'Пришлите журнал разработчикам: такой ответ программа не ждёт.',
    },
    'provider.endless': {
      title: '{host} отдаёт страницы списка без конца.',
      next: 'Повторите позже. Последние полученные данные остались на месте.',
    },
    'sync.cancelled': {
      title: 'Синхронизация отменена.',
      next: 'Данные остались как после прошлой синхронизации.',
    },
    'sync.notRunning': { title: 'Это подключение сейчас не синхронизируется.', next: 'Обновите страницу.' },
    'sync.interrupted': {
      title: 'Синхронизация прервалась: программа закрылась раньше.',
      next: 'Данные остались как после прошлой синхронизации. Запустите её ещё раз.',
    },
    'vault.notChosen': {
      title: 'Не выбрано, где хранить ключи и пароли.',
      next: 'Выберите место: «Настройки › Ключи и пароли».',
    },
    'vault.locked': {
      title: 'Хранилище ключей закрыто.',
      next: 'Откройте его: введите парольную фразу.',
    },
    'vault.wrongPassphrase': {
      title: 'Парольная фраза не подошла.',
      next: 'Проверьте раскладку и Caps Lock и введите её ещё раз.',
    },
    'vault.weakPassphrase': {
      title: 'Парольная фраза слишком простая.',
      next: 'Возьмите четыре-пять слов, не связанных между собой, или не меньше 12 знаков.',
    },
    'vault.damaged': {
      title: 'Файл с ключами повреждён или пропал: {path}',
      next: 'Верните его из своей копии. Если копии нет, выберите место для ключей заново и введите их ещё раз.',
    },
    'vault.noKeychain': {
      title: 'Системное хранилище паролей не отвечает. {detail}',
      next: 'Войдите в систему с паролем и запустите программу снова или храните ключи под парольной фразой.',
    },
    'vault.failed': {
      title: 'Ключи не сохранены: хранилище паролей отказало. {detail}',
      next: 'Повторите. Если не выйдет, выберите другое место: «Настройки › Ключи и пароли».',
    },
    'vault.secretMissing': {
      title: 'В хранилище паролей нет ключей этого подключения.',
      next: 'Откройте подключение и введите их заново.',
    },
    'network.badProxy': {
      title: 'Адрес прокси не разобрать: {address}',
      next: 'Нужен адрес вида proxy.example:3128, без имени и пароля.',
    },
    'network.badCertificate': {
      title: 'В файле нет сертификатов в формате PEM.',
      next: 'Возьмите файл .pem или .crt, который начинается с BEGIN CERTIFICATE.',
    },
    'network.holdsKey': {
      title: 'В файле есть закрытый ключ, поэтому он не принят.',
      next: 'Возьмите файл только с сертификатом: закрытый ключ программе не нужен, хранить его здесь нельзя.',
    },
    'filter.notFound': { title: 'Такого отбора нет.', next: 'Обновите список: возможно, его удалили.' },
  },
  en: {
    'demo.noConnections': {
      title: 'The demo company is connected to no cloud: its data are invented.',
      next: 'Create an organisation and connect a cloud there.',
    },
    'connection.notFound': {
      title: 'The connection was not found.',
      next: 'Refresh the list: it may have been removed.',
    },
    'connection.duplicate': {
      title: 'This account is connected already: “{name}”.',
      next: 'Edit that connection, or give the key of another account.',
    },
    'connection.nameTaken': {
      title: 'There is a connection named “{name}” already.',
      next: 'Choose another name.',
    },
    'connection.otherAccount': {
      title: 'These belong to another account: {found} instead of {expected}.',
      next: 'Give a key of the same account, or add a new connection.',
    },
    'connection.notSyncable': {
      title: 'The connection “{name}” is archived and cannot be synchronised.',
      next: 'Connect the account again: its history will go on.',
    },
    'connection.filesOnly': {
      title: 'The bills of “{name}” come in by file: there is nothing to synchronise or set up.',
      next: 'Import a new file under Data, or connect this account with its key, and its history goes on.',
    },
    'connection.missingField': { title: 'The field “{field}” is empty.', next: 'Fill it in and try again.' },
    'connection.badAddress': {
      title: 'The address “{field}” will not do.',
      next: 'It has to begin with https://.',
    },
    'schedule.badPattern': {
      title: 'The schedule “{pattern}” cannot be read.',
      next: 'Five fields with spaces between: minutes, hours, days, months, weekdays. For example 0 9 * * 1-5: at 9:00 on weekdays.',
    },
    'provider.badCredentials': {
      title: 'The provider did not accept the key or password. {said}',
      next: 'Check the connection’s fields and enter them again.',
    },
    'provider.codeRequired': {
      title: 'The provider asks for a one-time code.',
      next: 'Open the connection, enter the code from the app, text message or mail, and press Test.',
    },
    'provider.badCode': {
      title: 'The one-time code was wrong.',
      next: 'Wait for the next code and enter it.',
    },
    'provider.addressBlocked': {
      title: 'The provider refuses this network address. {said}',
      next: 'Wait, and lift the block in the provider’s panel. The program will not try to sign in until then.',
    },
    'provider.accountState': {
      title: 'The provider’s account is not available. {said}',
      next: 'Check the account in the provider’s panel.',
    },
    'provider.forbidden': {
      title: 'The key lacks a right: {right}. {said}',
      next: 'Grant it in the provider’s panel and synchronise again.',
    },
    'provider.unreachable': {
      title: 'There is no connection to {host}.',
      next: 'Check the network and the address. The data received before are still here.',
    },
    'provider.timeout': {
      title: '{host} did not answer within {seconds} s.',
      next: 'Try again later. The data received before are still here.',
    },
    'provider.tls': {
      title: 'The certificate of {host} could not be verified: {reason}.',
      next: 'If your organisation inspects its traffic, add its root certificate: Settings › Network.',
    },
    'provider.proxy': {
      title: 'The proxy {proxy} did not let the request through: {reason}.',
      next: 'Check its address, name and password: Settings › Network.',
    },
    'provider.portal': {
      title: 'A web page answered instead of {host}.',
      next: 'The network seems to want a sign-in through the browser. Sign in and try again.',
    },
    'provider.badAnswer': {
      title: '{host} answered otherwise than expected: {path}, {problem}.',
      next: 'Try again later. If it stays so, update the program: the provider may have changed its format.',
    },
    'provider.rateLimited': {
      title: '{host} asks to be called less often.',
      next: 'Wait a few minutes and try again.',
    },
    'provider.serverError': {
      title: '{host} failed with {status}. {said}',
      next: 'The fault is on the provider’s side. Try again later.',
    },
    'provider.refused': {
      title: '{host} refused the request: {status}. {said}',
      next: 'Try again later. If it stays so, send the log to the developers.',
    },
    'provider.tooLarge': {
      title: 'The answer of {host} is too large.',
      next: 'Send the log to the developers: the program does not expect such an answer.',
    },
    'provider.endless': {
      title: '{host} sends pages of a list without end.',
      next: 'Try again later. The data received before are still here.',
    },
    'sync.cancelled': {
      title: 'The synchronisation was cancelled.',
      next: 'The data are as they were after the one before.',
    },
    'sync.notRunning': { title: 'This connection is not being synchronised.', next: 'Refresh the page.' },
    'sync.interrupted': {
      title: 'The synchronisation was interrupted: the program ended before it did.',
      next: 'The data are as they were after the one before. Start it again.',
    },
    'vault.notChosen': {
      title: 'No place for keys and passwords has been chosen.',
      next: 'Choose one: Settings › Keys and passwords.',
    },
    'vault.locked': { title: 'The vault of keys is locked.', next: 'Open it: enter the passphrase.' },
    'vault.wrongPassphrase': {
      title: 'The passphrase is wrong.',
      next: 'Check the keyboard layout and Caps Lock and enter it again.',
    },
    'vault.weakPassphrase': {
      title: 'The passphrase is too simple.',
      next: 'Take four or five unrelated words, or 12 characters at least.',
    },
    'vault.damaged': {
      title: 'The file with the keys is damaged or missing: {path}',
      next: 'Put back your own copy of it. If there is none, choose a place for the keys anew and enter them again.',
    },
    'vault.noKeychain': {
      title: 'The system’s keychain does not answer. {detail}',
      next: 'Sign in to the system with a password and start the program again, or keep the keys under a passphrase.',
    },
    'vault.failed': {
      title: 'The keys were not saved: the keychain refused. {detail}',
      next: 'Try again. If it stays so, choose another place: Settings › Keys and passwords.',
    },
    'vault.secretMissing': {
      title: 'The keychain has no keys of this connection.',
      next: 'Open the connection and enter them again.',
    },
    'network.badProxy': {
      title: 'The proxy’s address cannot be read: {address}',
      next: 'It looks like proxy.example:3128, without name and password.',
    },
    'network.badCertificate': {
      title: 'The file holds no certificates in PEM format.',
      next: 'Take a .pem or .crt file that begins with BEGIN CERTIFICATE.',
    },
    'network.holdsKey': {
      title: 'The file holds a private key, so it was not taken.',
      next: 'Take a file with the certificate alone: the program needs no private key, and it must not be kept here.',
    },
    'filter.notFound': {
      title: 'There is no such filter.',
      next: 'Refresh the list: it may have been removed.',
    },
  },
}

import { type ErrorCode, type ErrorDetails, isErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'
import { carriedErrors } from './carried-errors.ts'
import { closingErrors } from './closing-errors.ts'
import { cloudErrors } from './cloud-errors.ts'
import { explorerErrors } from './explorer-errors.ts'
import { ledgerErrors } from './ledger-errors.ts'
import { reasonText } from './reasons.ts'
import { reportErrors } from './report-errors.ts'

/**
 * What happened and what to do next, in the words of the person who reads it. Used by the page, the terminal and
 * native dialogs alike. `{name}` is filled from the error's details.
 */
type Sentence = { title: string; next: string }

const errorTexts: Record<Locale, Record<ErrorCode, Sentence>> = {
  ru: {
    ...cloudErrors.ru,
    ...ledgerErrors.ru,
    ...explorerErrors.ru,
    ...reportErrors.ru,
    ...closingErrors.ru,
    ...carriedErrors.ru,
    internal: {
      title: 'Внутренняя ошибка программы.',
      next: 'Повторите действие. Если ошибка вернётся, пришлите её номер разработчикам: подробности в журнале.',
    },
    'call.unknown': {
      title: 'Программа не знает такого запроса.',
      next: 'Обновите страницу: возможно, она от другой версии.',
    },
    'call.tooLarge': { title: 'Запрос слишком большой.', next: 'Сократите введённые данные.' },
    'input.invalid': { title: 'Данные введены с ошибкой.', next: 'Проверьте поле «{field}».' },
    'auth.required': { title: 'Вы не вошли в программу.', next: 'Войдите, чтобы продолжить.' },
    'auth.locked': { title: 'Сеанс заблокирован.', next: 'Введите пароль, чтобы продолжить.' },
    'auth.forbidden': {
      title: 'Для этого действия не хватает прав.',
      next: 'Обратитесь к владельцу организации.',
    },
    'auth.wrongPassword': {
      title: 'Неверный пароль.',
      next: 'Проверьте раскладку и Caps Lock, затем введите пароль ещё раз.',
    },
    'auth.tooManyAttempts': {
      title: 'Слишком много попыток входа.',
      next: 'Подождите {seconds} с и попробуйте снова.',
    },
    'people.weakPassword': {
      title: 'Пароль слишком простой.',
      next: 'Придумайте пароль не короче 10 знаков, без имён и повторов.',
    },
    'people.noPassword': {
      title: 'У этого пользователя нет пароля.',
      next: 'Демо-компания открывается без пароля.',
    },
    'workspace.notFound': {
      title: 'Такой организации в этом хранилище нет.',
      next: 'Выберите организацию из списка.',
    },
    'workspace.nameTaken': {
      title: 'Такая организация уже есть: {name}.',
      next: 'Войдите в неё или выберите другое название.',
    },
    'settings.notKeeper': {
      title: 'Эти настройки общие для всех организаций, их меняют в организации «{name}».',
      next: 'Попросите её владельца или администратора.',
    },
    'demo.notDemo': {
      title: 'Это действие доступно только в демо-компании.',
      next: 'Откройте демо-компанию со страницы входа.',
    },
    'resource.notFound': {
      title: 'Ресурс не найден.',
      next: 'Вернитесь к списку ресурсов: возможно, он удалён.',
    },
    'backup.notFound': { title: 'Резервная копия не найдена.', next: 'Обновите список копий.' },
    'backup.damaged': {
      title: 'Резервная копия повреждена, данные не изменены.',
      next: 'Выберите другую копию.',
    },
    'backup.notKeeper': {
      title: 'Копиями этого хранилища распоряжается владелец организации «{name}».',
      next: 'Попросите его: в хранилище лежат данные всех организаций.',
    },
    'store.busy': {
      title: 'Хранилище уже открыто другой программой InfraZen (процесс {pid}).',
      next: 'Закройте её окно или подождите, пока она завершится.',
    },
    'store.closed': { title: 'Хранилище закрыто.', next: 'Запустите программу снова.' },
    'store.corrupt': {
      title: 'Файл хранилища повреждён или пропал: {path}',
      next: 'Запустите InfraZen снова: окно программы предложит восстановить последнюю копию. В терминале это делает «npm run cli -- recover». Копии лежат в папке {backups}',
    },
    'store.diskFull': {
      title: 'На диске нет места, последнее действие не сохранено.',
      next: 'Освободите место и повторите.',
    },
    'store.ioFailed': {
      title: 'Диск с хранилищем не отвечает: {path}',
      next: 'Проверьте, подключён ли диск, и запустите программу снова.',
    },
    'store.migrationFailed': {
      title: 'Не удалось обновить хранилище до этой версии, данные не изменены.',
      next: 'Копия до обновления лежит в {backups}. Пришлите журнал разработчикам.',
    },
    'store.newer': {
      title: 'Хранилище создано более новой версией InfraZen.',
      next: 'Установите новую версию программы. Данные не изменены.',
    },
    'store.noPermission': {
      title: 'Нет прав на запись в папку данных: {path}',
      next: 'Дайте себе права на эту папку или укажите другую.',
    },
    'store.noSoundBackup': {
      title: 'В папке {backups} нет исправной копии: восстановить хранилище не из чего.',
      next: 'Ничего не изменено. Если есть копии на другом диске, положите их в эту папку и повторите.',
    },
    'store.readOnly': {
      title: 'Хранилище доступно только для чтения: {path}',
      next: 'Снимите с файла запрет записи.',
    },
    'store.sound': {
      title: 'Хранилище исправно, восстанавливать его не нужно: {path}',
      next: 'Запустите программу как обычно. Вернуться к прежней копии можно в разделе «Настройки › Данные».',
    },
    'store.tampered': {
      title: 'Обновление «{name}» в хранилище не совпадает с обновлением в программе.',
      next: 'Установите ту версию, которой создано хранилище, или восстановите копию.',
    },
    'store.vanished': {
      title: 'Файл хранилища удалён, перемещён или подменён: {path}',
      next: 'Последнее действие не сохранено. Не закрывайте программу: всё сохранённое раньше ещё в ней. Создайте резервную копию («Настройки › Данные»), затем запустите программу снова и восстановите её. Копия будет в папке {backups}',
    },
    'host.offline': {
      title: 'Нет связи с программой.',
      next: 'Запустите InfraZen снова и обновите страницу.',
    },
    'host.saveFailed': {
      title: 'Файл не сохранён: {reason}',
      next: 'Выберите другую папку или закройте файл, если он открыт.',
    },
  },
  en: {
    ...cloudErrors.en,
    ...ledgerErrors.en,
    ...explorerErrors.en,
    ...reportErrors.en,
    ...closingErrors.en,
    ...carriedErrors.en,
    internal: {
      title: 'The program met an internal error.',
      next: 'Try again. If it comes back, send its number to the developers: the log has the details.',
    },
    'call.unknown': {
      title: 'The program does not know this request.',
      next: 'Reload the page: it may be from another version.',
    },
    'call.tooLarge': { title: 'The request is too large.', next: 'Shorten what you entered.' },
    'input.invalid': { title: 'Something entered is not valid.', next: 'Check the field “{field}”.' },
    'auth.required': { title: 'You are not signed in.', next: 'Sign in to go on.' },
    'auth.locked': { title: 'The session is locked.', next: 'Enter your password to go on.' },
    'auth.forbidden': { title: 'You have no right to do this.', next: 'Ask the owner of the organisation.' },
    'auth.wrongPassword': {
      title: 'Wrong password.',
      next: 'Check the keyboard layout and Caps Lock, then enter it again.',
    },
    'auth.tooManyAttempts': {
      title: 'Too many attempts to sign in.',
      next: 'Wait {seconds} s and try again.',
    },
    'people.weakPassword': {
      title: 'The password is too weak.',
      next: 'Choose at least 10 characters, without names or repeats.',
    },
    'people.noPassword': {
      title: 'This person has no password.',
      next: 'The demo company opens without one.',
    },
    'workspace.notFound': {
      title: 'There is no such organisation in this store.',
      next: 'Choose one from the list.',
    },
    'workspace.nameTaken': {
      title: 'There is such an organisation already: {name}.',
      next: 'Sign in to it or choose another name.',
    },
    'settings.notKeeper': {
      title: 'These settings hold for every organisation and are changed in “{name}”.',
      next: 'Ask its owner or administrator.',
    },
    'demo.notDemo': {
      title: 'This can be done in the demo company only.',
      next: 'Open the demo company from the sign-in page.',
    },
    'resource.notFound': {
      title: 'The resource was not found.',
      next: 'Go back to the list: it may have been removed.',
    },
    'backup.notFound': { title: 'The backup was not found.', next: 'Refresh the list of backups.' },
    'backup.damaged': {
      title: 'The backup is damaged; your data was not changed.',
      next: 'Choose another backup.',
    },
    'backup.notKeeper': {
      title: 'The backups of this store are in the care of the owner of “{name}”.',
      next: 'Ask them: the store holds the data of every organisation.',
    },
    'store.busy': {
      title: 'The store is open in another InfraZen (process {pid}).',
      next: 'Close its window or wait until it ends.',
    },
    'store.closed': { title: 'The store is closed.', next: 'Start the program again.' },
    'store.corrupt': {
      title: 'The store file is damaged or missing: {path}',
      next: 'Start InfraZen again: its window offers to restore the latest backup. In a terminal, “npm run cli -- recover” does it. The backups are in {backups}',
    },
    'store.diskFull': {
      title: 'The disk is full; the last action was not saved.',
      next: 'Free some space and try again.',
    },
    'store.ioFailed': {
      title: 'The disk with the store does not answer: {path}',
      next: 'Check that the disk is connected, then start the program again.',
    },
    'store.migrationFailed': {
      title: 'The store could not be upgraded to this version; your data was not changed.',
      next: 'The copy from before is in {backups}. Send the log to the developers.',
    },
    'store.newer': {
      title: 'The store was made by a newer version of InfraZen.',
      next: 'Install the newer version. Your data was not changed.',
    },
    'store.noPermission': {
      title: 'The data folder cannot be written: {path}',
      next: 'Give yourself rights to it or name another folder.',
    },
    'store.noSoundBackup': {
      title: 'There is no sound backup in {backups}: nothing to restore the store from.',
      next: 'Nothing was changed. If you keep backups on another disk, put them into that folder and try again.',
    },
    'store.readOnly': { title: 'The store can only be read: {path}', next: 'Make the file writable.' },
    'store.sound': {
      title: 'The store is sound and needs no recovery: {path}',
      next: 'Start the program as usual. Settings › Data goes back to an earlier backup.',
    },
    'store.tampered': {
      title: 'The upgrade “{name}” in the store differs from the one in the program.',
      next: 'Install the version that made the store, or restore a backup.',
    },
    'store.vanished': {
      title: 'The store file was deleted, moved or replaced: {path}',
      next: 'The last action was not saved. Do not close the program: all that was saved before is still in it. Make a backup (Settings › Data), then start the program again and restore it. The backup will be in {backups}',
    },
    'host.offline': {
      title: 'The program does not answer.',
      next: 'Start InfraZen again and reload the page.',
    },
    'host.saveFailed': {
      title: 'The file was not saved: {reason}',
      next: 'Choose another folder, or close the file if it is open.',
    },
  },
}

type ErrorSentence = { title: string; next: string }

export function describeError(
  error: { code: ErrorCode; details: ErrorDetails },
  locale: Locale,
): ErrorSentence {
  const text = errorTexts[locale][error.code]
  const put = (sentence: string, valueNamed: (name: string) => string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => valueNamed(name))
  const fact = (name: string): string =>
    String(error.details[name] ?? (name === 'said' || name === 'detail' ? '' : '—'))
  const isCode = error.code.startsWith('provider.')
  const fill = (sentence: string): string =>
    put(sentence, (name) =>
      isCode && (name === 'reason' || name === 'problem')
        ? put(reasonText(fact(name), locale), fact)
        : fact(name),
    ).trim()
  return { title: fill(text.title), next: fill(text.next) }
}

/** The same for what was stored or sent as data; a code of another version is told as our own failure. */
export const describeProblem = (
  { code, details }: { code: string; details: ErrorDetails },
  locale: Locale,
): ErrorSentence => describeError({ code: isErrorCode(code) ? code : 'internal', details }, locale)

import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area = 'token' | 'access' | 'net' | 'policy' | 'package' | 'transfer' | 'spool'
type CarriedErrorCode = Extract<ErrorCode, `${Area}.${string}`>
type Sentence = { title: string; next: string }

/** Commands without a person, and what is carried in without a network. */
export const carriedErrors: Record<Locale, Record<CarriedErrorCode, Sentence>> = {
  ru: {
    'token.notFound': { title: 'Такого ключа доступа больше нет.', next: 'Обновите список.' },
    'token.wrong': {
      title: 'Ключ доступа не подошёл.',
      next: 'Проверьте файл ключа или создайте новый ключ в настройках.',
    },
    'token.expired': { title: 'Срок ключа доступа истёк {day}.', next: 'Создайте новый ключ в настройках.' },
    'token.tooStrong': {
      title: 'Нельзя дать ключу больше прав, чем есть у вас.',
      next: 'Выберите роль не выше своей.',
    },
    'access.notOwner': {
      title: 'Хранилище принадлежит другому пользователю системы.',
      next: 'Войдите ключом доступа: --token-file.',
    },
    'access.whichOrganisation': {
      title: 'В хранилище несколько организаций.',
      next: 'Укажите одну: --organisation.',
    },
    'net.offline': {
      title: 'Автономный режим: программа не обращается к сети.',
      next: 'Выключите его в настройках сети или загрузите данные из файла.',
    },
    'net.policy': {
      title: 'Автономный режим задан администратором.',
      next: 'Загрузите данные из файла; изменить режим может администратор.',
    },
    'policy.bad': {
      title: 'Файл политики «{path}» не прочитать.',
      next: 'До исправления программа работает без сети. Сообщите администратору.',
    },
    'package.notAPackage': {
      title: 'Это не пакет данных InfraZen.',
      next: 'Выберите файл с расширением .izpack.',
    },
    'package.newer': {
      title: 'Пакет сделан для более новой версии программы.',
      next: 'Обновите программу и загрузите пакет ещё раз.',
    },
    'package.unknownKey': {
      title: 'Пакет подписан неизвестным ключом {fingerprint}.',
      next: 'Сверьте отпечаток по телефону и добавьте ключ в настройках.',
    },
    'package.badSignature': {
      title: 'Подпись пакета неверна: файл изменён после подписания.',
      next: 'Ничего не загружено. Получите пакет заново.',
    },
    'package.damaged': { title: 'Пакет повреждён.', next: 'Ничего не загружено. Скопируйте файл ещё раз.' },
    'package.older': { title: 'Уже загружен более новый пакет: {version}.', next: 'Ничего не изменено.' },
    'package.badKey': {
      title: 'Это не открытый ключ Ed25519.',
      next: 'Вставьте ключ целиком, вместе со строками BEGIN и END.',
    },
    'package.badPrivateKey': {
      title: 'Этим файлом не подписать: это не закрытый ключ Ed25519, или фраза не подошла.',
      next: 'Укажите файл, который сделала команда «package key», и его фразу.',
    },
    'package.badContent': {
      title: 'Содержимое пакета не читается: {field}.',
      next: 'Ничего не загружено. Сообщите тому, кто сделал пакет.',
    },
    'package.keyTaken': { title: 'Этот ключ уже добавлен: «{name}».', next: 'Ничего делать не нужно.' },
    'package.keyNotFound': { title: 'Такого ключа больше нет.', next: 'Обновите список.' },
    'transfer.notAParcel': {
      title: 'Это не посылка с данными.',
      next: 'Выберите файл с расширением .izdata.',
    },
    'transfer.newer': {
      title: 'Посылка сделана более новой версией программы.',
      next: 'Обновите программу и откройте посылку ещё раз.',
    },
    'transfer.wrongPassphrase': {
      title: 'Фраза не подошла, или посылка повреждена.',
      next: 'Проверьте раскладку и спросите фразу у отправителя.',
    },
    'transfer.damaged': {
      title: 'Посылка повреждена.',
      next: 'Ничего не добавлено. Скопируйте файл ещё раз.',
    },
    'transfer.noLines': { title: 'В выбранных месяцах нет данных.', next: 'Выберите другие месяцы.' },
    'transfer.weakPassphrase': {
      title: 'Фраза слишком простая.',
      next: 'Возьмите четыре случайных слова или больше.',
    },
    'transfer.otherSender': {
      title: 'Посылка от «{name}» подписана другим ключом, чем раньше.',
      next: 'Сверьте отпечаток с отправителем по телефону.',
    },
    'transfer.badOwnKey': {
      title: 'Ключ этой установки не прочитать: {path}.',
      next: 'Верните файл из копии. Без него получатели увидят другой отпечаток.',
    },
    'transfer.demo': {
      title: 'Демо-компания данными не обменивается.',
      next: 'Откройте свою организацию.',
    },
    'spool.noAnswer': {
      title: 'Открытое окно программы не ответило.',
      next: 'Закройте окно или повторите команду.',
    },
    'spool.busy': {
      title: 'Открытое окно программы занято другой командой.',
      next: 'Повторите команду позже или задайте --lock-timeout.',
    },
  },
  en: {
    'token.notFound': { title: 'This access token no longer exists.', next: 'Refresh the list.' },
    'token.wrong': {
      title: 'The access token is not valid.',
      next: 'Check the token file or create a new token in Settings.',
    },
    'token.expired': { title: 'The access token expired on {day}.', next: 'Create a new token in Settings.' },
    'token.tooStrong': {
      title: 'A token cannot have more rights than you have.',
      next: 'Choose a role no higher than yours.',
    },
    'access.notOwner': {
      title: 'The store belongs to another user of this system.',
      next: 'Sign in with a token: --token-file.',
    },
    'access.whichOrganisation': {
      title: 'The store holds several organisations.',
      next: 'Name one: --organisation.',
    },
    'net.offline': {
      title: 'Offline mode: the program does not use the network.',
      next: 'Turn it off in the network settings, or load the data from a file.',
    },
    'net.policy': {
      title: 'Offline mode is set by the administrator.',
      next: 'Load the data from a file; only the administrator can change the mode.',
    },
    'policy.bad': {
      title: 'The policy file “{path}” cannot be read.',
      next: 'Until it is mended the program works without the network. Tell the administrator.',
    },
    'package.notAPackage': {
      title: 'This is not an InfraZen package.',
      next: 'Choose a file that ends in .izpack.',
    },
    'package.newer': {
      title: 'The package was made for a newer version of the program.',
      next: 'Update the program and load the package again.',
    },
    'package.unknownKey': {
      title: 'The package is signed with an unknown key {fingerprint}.',
      next: 'Compare the fingerprint by telephone and add the key in Settings.',
    },
    'package.badSignature': {
      title: 'The signature is wrong: the file was changed after it was signed.',
      next: 'Nothing was loaded. Get the package again.',
    },
    'package.damaged': { title: 'The package is damaged.', next: 'Nothing was loaded. Copy the file again.' },
    'package.older': { title: 'A newer package is already here: {version}.', next: 'Nothing was changed.' },
    'package.badKey': {
      title: 'This is not an Ed25519 public key.',
      next: 'Paste the whole key with its BEGIN and END lines.',
    },
    'package.badPrivateKey': {
      title: 'This file cannot sign: it is no Ed25519 private key, or the passphrase is wrong.',
      next: 'Name the file that “package key” has made, and its passphrase.',
    },
    'package.badContent': {
      title: 'The contents of the package cannot be read: {field}.',
      next: 'Nothing was loaded. Tell whoever made the package.',
    },
    'package.keyTaken': { title: 'This key is already here: “{name}”.', next: 'There is nothing to do.' },
    'package.keyNotFound': { title: 'This key no longer exists.', next: 'Refresh the list.' },
    'transfer.notAParcel': {
      title: 'This is not a data parcel.',
      next: 'Choose a file that ends in .izdata.',
    },
    'transfer.newer': {
      title: 'The parcel was made by a newer version of the program.',
      next: 'Update the program and open the parcel again.',
    },
    'transfer.wrongPassphrase': {
      title: 'The passphrase is wrong, or the parcel is damaged.',
      next: 'Check the keyboard layout and ask the sender for the passphrase.',
    },
    'transfer.damaged': { title: 'The parcel is damaged.', next: 'Nothing was added. Copy the file again.' },
    'transfer.noLines': { title: 'There are no data in the chosen months.', next: 'Choose other months.' },
    'transfer.weakPassphrase': {
      title: 'The passphrase is too weak.',
      next: 'Take four random words or more.',
    },
    'transfer.otherSender': {
      title: 'The parcel from “{name}” is signed with another key than before.',
      next: 'Compare the fingerprint with the sender by telephone.',
    },
    'transfer.badOwnKey': {
      title: 'The key of this installation cannot be read: {path}.',
      next: 'Put the file back from a copy. Without it receivers will see another fingerprint.',
    },
    'transfer.demo': {
      title: 'The demo company exchanges no data.',
      next: 'Open an organisation of your own.',
    },
    'spool.noAnswer': {
      title: 'The open window of the program did not answer.',
      next: 'Close the window or repeat the command.',
    },
    'spool.busy': {
      title: 'The open window is busy with another command.',
      next: 'Repeat the command later or give --lock-timeout.',
    },
  },
}

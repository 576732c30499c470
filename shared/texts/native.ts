import type { Locale } from '../lib/format-money.ts'

/** What the operating system shows for us: menus, the tray, native dialogs. */
export type NativeTexts = {
  file: string
  edit: string
  view: string
  help: string
  settings: string
  lock: string
  quit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  palette: string
  refresh: string
  zoomIn: string
  zoomOut: string
  resetZoom: string
  togglefullscreen: string
  shortcuts: string
  about: string
  hide: string
  open: string
  saveAs: string
  openFiles: Record<
    'bills' | 'rates' | 'tables' | 'documents' | 'packages' | 'parcels',
    { title: string; known: string; all: string }
  >
  notStarted: string
  restarted: string
  restartedNext: string
  stopped: string
  stoppedNext: string
  recover: string
  close: string
  recoverWhat: string
  recovered: string
  recoveredNext: string
  damagedKept: string
  saveReasons: { denied: string; full: string; busy: string; missing: string; other: string }
}

export const nativeTexts: Record<Locale, NativeTexts> = {
  ru: {
    file: 'Файл',
    edit: 'Правка',
    view: 'Вид',
    help: 'Справка',
    settings: 'Настройки',
    lock: 'Заблокировать',
    quit: 'Выйти из InfraZen',
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    palette: 'Найти страницу или действие',
    refresh: 'Обновить данные',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    resetZoom: 'Обычный размер',
    togglefullscreen: 'Во весь экран',
    shortcuts: 'Сочетания клавиш',
    about: 'О программе',
    hide: 'Скрыть InfraZen',
    open: 'Открыть InfraZen',
    saveAs: 'Сохранить файл',
    openFiles: {
      bills: { title: 'Выберите счета и детализации', known: 'Счета и детализации', all: 'Все файлы' },
      rates: { title: 'Выберите файлы с курсами', known: 'Файлы с курсами', all: 'Все файлы' },
      tables: { title: 'Выберите таблицу', known: 'Таблицы', all: 'Все файлы' },
      documents: { title: 'Выберите документы', known: 'УПД, акты и выписки', all: 'Все файлы' },
      packages: { title: 'Выберите пакет данных', known: 'Пакеты InfraZen', all: 'Все файлы' },
      parcels: { title: 'Выберите посылку', known: 'Посылки InfraZen', all: 'Все файлы' },
    },
    notStarted: 'InfraZen не запустился',
    restarted: 'Произошёл сбой, InfraZen снова работает.',
    restartedNext: 'Сохранённые данные целы. Проверьте, выполнено ли последнее действие.',
    stopped: 'InfraZen остановлен из-за повторного сбоя.',
    stoppedNext: 'Сохранённые данные целы. Запустите программу снова; подробности записаны в журнал: {logs}',
    recover: 'Восстановить последнюю копию',
    close: 'Закрыть',
    recoverWhat:
      'InfraZen может поставить на его место последнюю исправную копию. Введённое после неё придётся ввести заново. Повреждённый файл останется рядом под другим именем.',
    recovered: 'Хранилище восстановлено из копии от {at}.',
    recoveredNext: 'Введённое после этой копии введите заново.',
    damagedKept: 'Повреждённый файл сохранён: {path}',
    saveReasons: {
      denied: 'нет прав на запись в эту папку',
      full: 'на диске не хватает места',
      busy: 'файл занят другой программой',
      missing: 'папки больше нет',
      other: 'система отказала ({code})',
    },
  },
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    help: 'Help',
    settings: 'Settings',
    lock: 'Lock',
    quit: 'Quit InfraZen',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    palette: 'Find a Page or Action',
    refresh: 'Refresh Data',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    togglefullscreen: 'Full Screen',
    shortcuts: 'Keyboard Shortcuts',
    about: 'About InfraZen',
    hide: 'Hide InfraZen',
    open: 'Open InfraZen',
    saveAs: 'Save File',
    openFiles: {
      bills: { title: 'Choose bills and cost reports', known: 'Bills and cost reports', all: 'All files' },
      rates: { title: 'Choose files with rates', known: 'Files with rates', all: 'All files' },
      tables: { title: 'Choose a table', known: 'Tables', all: 'All files' },
      documents: { title: 'Choose documents', known: 'Acts and bank statements', all: 'All files' },
      packages: { title: 'Choose a package', known: 'InfraZen packages', all: 'All files' },
      parcels: { title: 'Choose a parcel', known: 'InfraZen parcels', all: 'All files' },
    },
    notStarted: 'InfraZen did not start',
    restarted: 'InfraZen met a failure and is working again.',
    restartedNext: 'What was saved is safe. Check whether your last action was done.',
    stopped: 'InfraZen has stopped after a second failure.',
    stoppedNext: 'What was saved is safe. Start the program again; the log has the details: {logs}',
    recover: 'Restore the Latest Backup',
    close: 'Close',
    recoverWhat:
      'InfraZen can put the latest sound backup in its place. What was entered after that backup has to be entered again. The damaged file stays beside it under another name.',
    recovered: 'The store is restored from the backup of {at}.',
    recoveredNext: 'Enter again what was entered after that backup.',
    damagedKept: 'The damaged file is kept: {path}',
    saveReasons: {
      denied: 'you have no right to write to this folder',
      full: 'the disk is full',
      busy: 'another program is using the file',
      missing: 'the folder is gone',
      other: 'the system refused ({code})',
    },
  },
}

/** Russian is the product's first language: English only where the system itself speaks it. */
export const localeOf = (systemLanguage: string): Locale => (/^en\b/i.test(systemLanguage) ? 'en' : 'ru')

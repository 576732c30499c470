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
  'log.where': 'Подробности в журнале: {path}',
  'usage.unknownCommand': 'Нет такой команды: {name}.',
  'usage.badOption': 'Неверный параметр: {problem}',
  'usage.badNow': 'Неверное время в --now: нужен вид 2026-11-20T09:00:00Z.',
  'usage.badPort': 'Неверный порт в --port: нужно число от 0 до 65535.',
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
  'log.where': 'The log has the details: {path}',
  'usage.unknownCommand': 'There is no such command: {name}.',
  'usage.badOption': 'Wrong option: {problem}',
  'usage.badNow': 'Wrong time in --now: it looks like 2026-11-20T09:00:00Z.',
  'usage.badPort': 'Wrong port in --port: a number from 0 to 65535.',
  'usage.badFormat': 'Wrong form in --format: there are table, json and csv.',
}

export const terminalTexts: Record<Locale, Record<keyof typeof ru, string>> = { ru, en }
export type TerminalText = keyof typeof ru

export function terminalText(
  locale: Locale,
  key: TerminalText,
  facts: Record<string, string | number> = {},
): string {
  return terminalTexts[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
}

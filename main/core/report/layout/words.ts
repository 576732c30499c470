import { formatNumber } from '#shared/lib/format-money.ts'

/** The few words that paper adds of its own. */
export const words = {
  ru: {
    page: (page: number, of: number) => `стр. ${page} из ${of}`,
    part: (part: number, of: number) => `Столбцы, часть ${part} из ${of}`,
    noRows: 'Нет данных за этот период.',
    left: (count: number, hasTotal: boolean) =>
      `Не показано строк: ${formatNumber(count, 'ru')}.${hasTotal ? ' Итог учитывает и их.' : ''}`,
    signature: 'подпись',
    name: 'расшифровка подписи',
    unknown: 'нет данных',
    checksum: (hex: string) => `SHA-256 данных: ${hex}`,
    checksumLater: 'SHA-256 данных: появится в готовом файле',
  },
  en: {
    page: (page: number, of: number) => `page ${page} of ${of}`,
    part: (part: number, of: number) => `Columns, part ${part} of ${of}`,
    noRows: 'No data for this period.',
    left: (count: number, hasTotal: boolean) =>
      `Rows not shown: ${formatNumber(count, 'en')}.${hasTotal ? ' The total includes them.' : ''}`,
    signature: 'signature',
    name: 'name',
    unknown: 'no data',
    checksum: (hex: string) => `SHA-256 of the data: ${hex}`,
    checksumLater: 'SHA-256 of the data: stands in the finished file',
  },
} as const

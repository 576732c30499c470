import type { DocBlock, DocColumn, DocRow, DocTable, ReportDocument } from '#main/core/report/document.ts'
import { day } from '#shared/lib/day.ts'

/** Reports as they come out of a store, with every kind of block: what paper is tested and looked at with. */

const column = (key: string, title: string, kind: DocColumn['kind'], weight = 1): DocColumn => ({
  key,
  title,
  kind,
  unit: kind === 'money' ? 'RUB' : null,
  isSummed: kind === 'money',
  weight,
})

export function tableOf(
  columns: readonly DocColumn[],
  rows: readonly DocRow[],
  facts: Partial<DocTable> = {},
): DocTable {
  return { columns, rowCount: rows.length, rows: () => rows, total: null, left: 0, note: null, ...facts }
}

export function documentOf(blocks: readonly DocBlock[], facts: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: 'Облачные расходы за октябрь 2026',
    organisation: 'ООО «Северный ветер»',
    language: 'ru',
    orientation: 'portrait',
    period: { from: day('2026-10-01'), to: day('2026-10-31') },
    periodName: 'октябрь 2026',
    asOfMs: Date.UTC(2026, 10, 5, 7, 30),
    timeZone: 'Europe/Moscow',
    blocks,
    footer: {
      asOf: 'Данные на 05.11.2026 10:30 (Europe/Moscow)',
      sources:
        'Источники: Yandex Cloud (детализация до 31.10.2026), Selectel (до 31.10.2026), файл FOCUS «VK Cloud, октябрь»',
      rates: 'Курсы Банка России на день начисления; USD 81,4503 ₽ на 31.10.2026',
      vat: 'Суммы с НДС 22 %',
      filter: 'Отбор: среда = прод; проект не «песочница»',
    },
    ...facts,
  }
}

const services = [
  ['Compute Cloud', '4812345.67', '4410200.10', '0.0912', '0.389'],
  ['Managed Service for PostgreSQL', '2390118.40', '2402000', '-0.0049', '0.193'],
  ['Object Storage', '1204556.015', '1100040.2', '0.095', '0.0974'],
  [
    'Managed Service for Kubernetes®: узлы и балансировщики боевых кластеров',
    '998102.33',
    '640100.00',
    '0.5593',
    '0.0807',
  ],
  ['Сеть и исходящий трафик', '431889.5', '440000', '-0.0184', '0.0349'],
  ['Резервные копии', '120450', null, null, '0.0097'],
] as const

export const serviceColumns = [
  column('service', 'Служба', 'text', 3),
  column('cost', 'Октябрь 2026', 'money'),
  column('before', 'Сентябрь 2026', 'money'),
  column('change', 'Изменение к прошлому месяцу', 'share'),
  column('share', 'Доля', 'share'),
]

const serviceTable = tableOf(
  serviceColumns,
  services.map((cells) => ({ cells: [...cells] })),
  {
    total: { cells: ['Итого', '9957461.915', '8992340.3', '0.1073', null], role: 'sum' },
    left: 14,
    note: 'Изменение для «Резервные копии» не считается: в сентябре расходов не было.',
  },
)

const clouds = [
  ['Yandex Cloud', 0],
  ['Compute Cloud', 1],
  ['Object Storage', 1],
  ['Selectel', 0],
  ['Облачные серверы', 1],
] as const

const nested = tableOf(
  [
    column('name', 'Провайдер и служба', 'text', 3),
    column('cost', 'Начислено', 'money'),
    column('act', 'По акту', 'money'),
  ],
  [
    { cells: ['Первая очередь', null, null], role: 'head' },
    ...clouds.map(([name, level], i) => ({
      cells: [name, `${(i + 1) * 1000}.5`, `${(i + 1) * 1000}.5`],
      level,
    })),
    { cells: ['Итого по очереди', '15002.5', '15002.5'], role: 'sum' as const },
  ],
  { total: { cells: ['Всего', '15002.5', '15002.5'] } },
)

export const chart = {
  kind: 'pie',
  unit: 'RUB',
  pieces: [
    { id: 'a', label: 'Compute Cloud', rank: 0, amount: '4812345.67' },
    { id: 'b', label: 'Object Storage', rank: 1, amount: '1204556.01' },
    { id: 'c', label: 'Прочее', rank: 2, amount: '998102.33', isRest: true },
  ],
  total: '7015004.01',
} as const

const months = ['май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.']
export const barsChart = {
  kind: 'bins',
  look: 'bars',
  unit: 'RUB',
  bins: months.map((short) => ({ short, title: `${short} 2026`, isWhole: true })),
  parts: [
    {
      id: 'a',
      label: 'Compute Cloud',
      rank: 0,
      amounts: ['3900000', '4000000', '4100000', '4200000', '4410200', '4812345'],
    },
    {
      id: 'b',
      label: 'PostgreSQL',
      rank: 1,
      amounts: ['2100000', '2200000', '2300000', '2380000', '2402000', '2390118'],
    },
    {
      id: 'c',
      label: 'Прочее',
      rank: 2,
      isRest: true,
      amounts: ['2000000', '2000000', '2100000', '2150000', '2180140', '2754997'],
    },
  ],
  totals: ['8000000', '8200000', '8500000', '8730000', '8992340', '9957460'],
  before: null,
  budget: ['9000000', '9000000', '9000000', '9000000', '9000000', '9000000'],
} as const

export function brief(facts: Partial<ReportDocument> = {}): ReportDocument {
  return documentOf(
    [
      {
        kind: 'title',
        id: 'title',
        title: 'Облачные расходы за октябрь 2026',
        subtitle: 'Сводка для финансового директора',
      },
      {
        kind: 'figures',
        id: 'figures',
        figures: [
          {
            figure: 'spend',
            label: 'Расходы за октябрь',
            value: '9957461.915',
            kind: 'money',
            unit: 'RUB',
            note: 'с НДС 22 %',
            mood: null,
          },
          {
            figure: 'change',
            label: 'К прошлому месяцу',
            value: '0.1073',
            kind: 'share',
            unit: null,
            note: '+965 121,62 ₽',
            mood: 'bad',
          },
          {
            figure: 'budgetLeft',
            label: 'Остаток бюджета',
            value: '-957461.915',
            kind: 'money',
            unit: 'RUB',
            note: 'бюджет 9 000 000,00 ₽',
            mood: 'bad',
          },
          {
            figure: 'savings',
            label: 'Можно не платить',
            value: '412300',
            kind: 'money',
            unit: 'RUB',
            note: '31 рекомендация',
            mood: 'good',
          },
          {
            figure: 'unitCost',
            label: 'Цена заказа',
            value: null,
            kind: 'money',
            unit: 'RUB',
            note: 'не введено число заказов за октябрь',
            mood: null,
          },
        ],
      },
      {
        kind: 'text',
        id: 'text',
        title: 'Что произошло',
        paragraphs: [
          'Расходы выросли на 965 121,62 ₽ (+10,7 %). Две трети прироста дали боевые кластеры Kubernetes: в середине месяца к ним добавили шесть узлов под осеннюю распродажу и не убрали после неё.',
          'Хранилище росло ровно, на 3–4 % в неделю; ограничение срока жизни старых копий вернуло бы около 90 тыс. ₽ в месяц.',
        ],
      },
      {
        kind: 'chart',
        id: 'chart',
        title: 'Расходы по месяцам',
        chart: barsChart,
        height: 'medium',
        table: serviceTable,
      },
      { kind: 'table', id: 'services', title: 'Расходы по службам', table: serviceTable },
      { kind: 'table', id: 'nested', title: 'Сверка с актами', table: nested },
      {
        kind: 'sumInWords',
        id: 'words',
        title: 'К оплате',
        words: 'Девять миллионов девятьсот пятьдесят семь тысяч четыреста шестьдесят один рубль 92 копейки',
        amount: '9957461.915',
        currency: 'RUB',
      },
      {
        kind: 'signatures',
        id: 'signatures',
        people: [
          { role: 'Составил', name: 'Иванова М. П.' },
          { role: 'Проверил', name: '' },
          {
            role: 'Утвердил: заместитель генерального директора по экономике и финансам',
            name: 'Константинопольский-Преображенский А. В.',
          },
        ],
      },
    ],
    facts,
  )
}

/** So many rows of resources, each different, made as they are asked for. */
export function longTable(rowCount: number): DocTable {
  return {
    columns: [
      column('name', 'Ресурс', 'text', 3),
      column('service', 'Служба', 'text', 2),
      column('region', 'Зона', 'text', 1),
      column('since', 'Создан', 'day'),
      column('hours', 'Часы', 'number'),
      column('cost', 'Начислено', 'money'),
      column('share', 'Доля', 'share'),
    ],
    rowCount,
    *rows() {
      for (let i = 0; i < rowCount; i += 1) {
        const name =
          i % 17 === 0 ? `prod-cluster-${i}/node-group-main/instances/worker-${i * 7}-abcdef` : `vm-${i}`
        yield {
          cells: [
            name,
            services[i % services.length]?.[0] ?? '',
            i % 2 === 0 ? 'ru-central1-a' : 'ru-central1-b',
            `2026-0${(i % 9) + 1}-1${i % 10}`,
            `${(i * 13) % 744}.25`,
            `${(i * 7919) % 1000000}.${String(i % 100).padStart(2, '0')}`,
            `0.${String((i * 31) % 1000).padStart(3, '0')}`,
          ],
        }
      }
    },
    total: { cells: ['Итого', null, null, null, null, '123456789.01', null] },
    left: 0,
    note: null,
  }
}

/** More columns than a page is wide. */
export function wideTable(columns: number, rowCount: number): DocTable {
  return tableOf(
    [
      column('name', 'Подразделение', 'text', 3),
      ...Array.from({ length: columns }, (_, i) => column(`m${i}`, `Месяц ${i + 1}`, 'money')),
    ],
    Array.from({ length: rowCount }, (_, r) => ({
      cells: [
        `Отдел ${r + 1}`,
        ...Array.from({ length: columns }, (_, i) => `${(r + 1) * 12345 + i * 777}.${10 + i}`),
      ],
    })),
    { total: { cells: ['Итого', ...Array.from({ length: columns }, (_, i) => `${i * 1_000_000}.5`)] } },
  )
}

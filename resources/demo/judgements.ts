import type { DemoJudgements } from '#main/core/demo/shape.ts'

/** What the company's accountant has written beside what the providers say. */
export const judgements: DemoJudgements = {
  notes: [
    {
      connection: 'selectel-bu-b',
      resource: 'pg-backup-volume',
      daysAgo: 12,
      text: 'Остался от переноса базы. Спросить у dba и удалить до конца месяца.',
    },
    {
      connection: 'beget-dev',
      resource: 'dev-vps-02',
      daysAgo: 9,
      text: 'Сервер удалили, а списания идут. Написала в поддержку Beget, ждём ответа.',
    },
    {
      connection: 'selectel-bu-a',
      resource: 'analytics-etl-01',
      daysAgo: 20,
      text: 'Увеличен под отчётность за год. Согласовано с финансовым директором до января.',
    },
  ],
  overrides: [
    {
      connection: 'selectel-bu-a',
      resource: 'archive-cold-storage',
      daysAgo: 33,
      field: 'owner',
      value: 'Бухгалтерия',
    },
    {
      connection: 'selectel-bu-a',
      resource: 'archive-cold-storage',
      daysAgo: 33,
      field: 'project',
      value: 'Архив документов',
    },
  ],
  tags: [
    { connection: 'selectel-bu-b', resource: 'ci-runner-spot', daysAgo: 27, key: 'env', value: 'test' },
    { connection: 'selectel-bu-b', resource: 'ci-runner-spot', daysAgo: 27, key: 'team', value: 'qa' },
    {
      connection: 'beget-prod',
      resource: 'extra-volumes',
      daysAgo: 27,
      key: 'cost-center',
      value: 'CC-3010',
    },
  ],
  filters: [
    { key: 'zombies', name: 'Удалены, но в счёте', filter: { mark: 'zombie' }, daysAgo: 9 },
    {
      key: 'dear-servers',
      name: 'Серверы дороже 10 000 ₽',
      filter: { type: 'server', costFrom: '10000', isPresent: true },
      daysAgo: 30,
    },
  ],
}

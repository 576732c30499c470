import type { DemoAllocation } from '#main/core/demo/shape.ts'

const has = (dimension: `tag:${string}` | 'resource', op: 'is' | 'contains', ...values: string[]) => ({
  dimension,
  op,
  values,
})

/** How the company divides its bills: departments by tags and names, what all use by what each costs; products by tags. */
export const allocation: DemoAllocation = {
  tags: [
    {
      key: 'department',
      name: 'Подразделение',
      kind: 'department',
      rules: [
        {
          name: 'Маркетинг: домены и раздача картинок',
          where: [[has('tag:team', 'is', 'marketing')], [has('resource', 'contains', 'cdn')]],
          outcome: { kind: 'part', part: 'Маркетинг' },
        },
        {
          name: 'Аналитика: тег team или имя отчётов',
          where: [[has('tag:team', 'is', 'analytics')], [has('resource', 'contains', 'reports', 'etl')]],
          outcome: { kind: 'part', part: 'Аналитика' },
        },
        {
          name: 'Тестирование: стенды сборки',
          where: [[has('tag:team', 'is', 'qa')], [has('resource', 'contains', 'ci-')]],
          outcome: { kind: 'part', part: 'Тестирование' },
        },
        {
          name: 'Интернет-магазин по проекту',
          where: [[has('tag:project', 'is', 'shop')]],
          outcome: { kind: 'part', part: 'Интернет-магазин' },
        },
        {
          name: 'Программа лояльности по проекту',
          where: [[has('tag:project', 'is', 'loyalty')]],
          outcome: { kind: 'part', part: 'Программа лояльности' },
        },
        {
          name: 'Изображения товаров: магазин и маркетинг',
          where: [[has('tag:project', 'is', 'media')]],
          outcome: {
            kind: 'percent',
            parts: [
              { part: 'Интернет-магазин', percent: '70' },
              { part: 'Маркетинг', percent: '30' },
            ],
          },
        },
        {
          name: 'Общая сеть и резервные копии',
          where: [
            [has('tag:project', 'is', 'office')],
            [has('resource', 'contains', 'backup-service', 'snapshot', 'egress')],
          ],
          outcome: { kind: 'metric', by: { kind: 'cost' }, parts: [] },
        },
      ],
    },
    {
      key: 'product',
      name: 'Продукт',
      kind: 'product',
      rules: [
        {
          name: 'Магазин',
          where: [[has('tag:project', 'is', 'shop', 'media')]],
          outcome: { kind: 'part', part: 'Магазин' },
        },
        {
          name: 'Лояльность',
          where: [[has('tag:project', 'is', 'loyalty')]],
          outcome: { kind: 'part', part: 'Лояльность' },
        },
        {
          name: 'Отчётность',
          where: [[has('tag:project', 'is', 'bi')]],
          outcome: { kind: 'part', part: 'Отчётность' },
        },
        {
          name: 'Сборка и проверка: поровну между продуктами',
          where: [[has('tag:project', 'is', 'ci')]],
          outcome: { kind: 'even', parts: ['Магазин', 'Лояльность', 'Отчётность'] },
        },
      ],
    },
  ],
  hierarchy: {
    key: 'holding',
    name: 'Холдинг',
    tag: 'department',
    levels: ['Холдинг', 'Компания', 'Подразделение'],
    nodes: [
      { key: 'group', parent: null, name: 'Группа «Морошка»', values: [] },
      { key: 'retail', parent: 'group', name: 'Морошка Ритейл', values: [] },
      { key: 'tech', parent: 'group', name: 'Морошка Технологии', values: [] },
      { key: 'shop', parent: 'retail', name: 'Интернет-магазин', values: ['Интернет-магазин'] },
      { key: 'loyalty', parent: 'retail', name: 'Программа лояльности', values: ['Программа лояльности'] },
      { key: 'marketing', parent: 'retail', name: 'Маркетинг', values: ['Маркетинг'] },
      { key: 'analytics', parent: 'tech', name: 'Аналитика', values: ['Аналитика'] },
      { key: 'quality', parent: 'tech', name: 'Тестирование', values: ['Тестирование'] },
    ],
  },
  policies: [
    { tagKey: 'env', isRequired: true, allowedValues: ['prod', 'stage', 'dev'], types: [] },
    { tagKey: 'team', isRequired: true, allowedValues: null, types: [] },
    { tagKey: 'cost-center', isRequired: true, allowedValues: null, types: ['server', 'database'] },
  ],
}

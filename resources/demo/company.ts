import type { DemoCompany } from '#main/core/demo/shape.ts'
import { allocation } from './allocation.ts'
import { begetDev } from './beget-dev.ts'
import { begetProd } from './beget-prod.ts'
import { judgements } from './judgements.ts'
import { products, rhythms } from './products.ts'
import { recommendations } from './recommendations.ts'
import { selectelBuA } from './selectel-bu-a.ts'
import { selectelBuB } from './selectel-bu-b.ts'

/** An invented retailer. Amounts are in roubles with VAT, as such bills state them. */
export const demoCompany: DemoCompany = {
  workspaceName: 'Морошка Ритейл',
  userName: 'Анна Соколова',
  rhythms,
  products,
  connections: [selectelBuA, selectelBuB, begetProd, begetDev],
  anomalies: [
    {
      code: 'egress',
      connection: 'selectel-bu-b',
      resource: 'misc-egress-and-ips',
      when: { fromDaysAgo: 150, days: 3 },
      extraPerDay: '6900.00',
    },
    {
      code: 'backups',
      connection: 'beget-prod',
      resource: 'backup-service',
      when: { fromDaysAgo: 72, days: 9 },
      extraPerDay: '780.00',
    },
    {
      code: 'runaway',
      connection: 'selectel-bu-b',
      resource: 'test-runner-01',
      when: 'weekend',
      extraPerDay: '1900.00',
    },
  ],
  priceChange: { provider: 'selectel', service: 'Облачные диски', monthsAgo: 3, percent: 9 },
  recommendations,
  judgements,
  allocation,
  budgets: {
    company: { key: 'company', name: 'Облака, вся компания', limit: '520000.00' },
    development: {
      key: 'development',
      name: 'Разработка и тестирование',
      connections: ['selectel-bu-b', 'beget-dev'],
      limitPerDay: '4650.00',
    },
  },
}

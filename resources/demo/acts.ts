import type { DemoSuppliers } from '#main/core/demo/acts.ts'

/** Who writes the demo's documents and to whom. Without numbers: an invented one could be somebody's. */
export const demoActs: DemoSuppliers = {
  months: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  buyer: { name: 'ООО «Морошка Ритейл»', inn: null },
  suppliers: {
    selectel: { name: 'ООО «Селектел»', kind: 'upd', letter: 'С' },
    beget: { name: 'ООО «Бегет»', kind: 'act', letter: 'Б' },
  },
  /** What the last whole month's act has over the detail, with VAT, and what it says of it. */
  difference: {
    connection: 'selectel-bu-a',
    name: 'Корректировка начислений от',
    correction: '1200.00',
    rounding: '4.18',
  },
  /** Nobody has paid these yet. */
  unpaid: ['selectel-bu-b', 'beget-dev'],
  /** Money that no document is known for. */
  prepaid: {
    connection: 'beget-prod',
    amount: '4900.00',
    purpose: 'Пополнение баланса аккаунта moroshka-prod',
  },
}

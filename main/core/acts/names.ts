const FORMS =
  /(^|[^\p{L}])(общество с ограниченной ответственностью|(?:непубличное |публичное )?акционерное общество|индивидуальный предприниматель|ооо|зао|оао|пао|нао|ао|ип|llc|ltd|inc|jsc)(?=$|[^\p{L}])/giu

/** A company's name as it is compared: without its form, quotes and case. */
export const normalName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(FORMS, '$1 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

import type { Locale } from '../lib/format-money.ts'

/**
 * Why a connection, a proxy or an answer failed: the codes that stand as `reason` and `problem` in the details of
 * `provider.*`. Anything else there is shown as it is.
 */
const reasons: Record<Locale, Readonly<Record<string, string>>> = {
  ru: {
    selfSigned: 'он подписан самим сервером',
    unknownIssuer: 'неизвестно, кто его выдал',
    expired: 'истёк его срок',
    notYetValid: 'его срок ещё не начался',
    revoked: 'его отозвали',
    wrongHost: 'он выдан для другого адреса',
    protocol: 'сервер не поддерживает защищённое соединение',
    untrusted: 'ему нельзя доверять',
    login: 'не приняты имя и пароль',
    address: 'адрес не разобрать',
    scheme: 'нужен прокси http или https',
    unknownName: 'его имя не найдено',
    refused: 'он не принимает соединений',
    noRoute: 'до него нет пути',
    silent: 'он молчит',
    badAnswer: 'непонятный ответ',
    answered: 'код {status}',
    json: 'это не JSON',
    cut: 'ответ оборвался',
    http: 'это не HTTP',
    incomplete: 'список пришёл не целиком',
    invalid_type: 'значение другого вида',
    invalid_value: 'неизвестное значение',
    invalid_union: 'неизвестный вид записи',
    invalid_format: 'неверная запись значения',
    too_big: 'слишком большое значение',
    too_small: 'слишком малое значение',
    custom: 'значение не прочитать',
    unreadable: 'значение не прочитать',
  },
  en: {
    selfSigned: 'the server signed it itself',
    unknownIssuer: 'its issuer is unknown',
    expired: 'it has expired',
    notYetValid: 'it is not valid yet',
    revoked: 'it was revoked',
    wrongHost: 'it was issued for another address',
    protocol: 'the server offers no secure connection',
    untrusted: 'it is not trusted',
    login: 'name and password were not accepted',
    address: 'its address cannot be read',
    scheme: 'an http or https proxy is needed',
    unknownName: 'its name was not found',
    refused: 'it accepts no connections',
    noRoute: 'there is no way to it',
    silent: 'it does not answer',
    badAnswer: 'its answer makes no sense',
    answered: 'code {status}',
    json: 'not JSON',
    cut: 'the answer broke off',
    http: 'not HTTP',
    incomplete: 'the list did not come whole',
    invalid_type: 'a value of another kind',
    invalid_value: 'an unknown value',
    invalid_union: 'an unknown kind of record',
    invalid_format: 'a value written otherwise',
    too_big: 'too great a value',
    too_small: 'too small a value',
    custom: 'a value that cannot be read',
    unreadable: 'a value that cannot be read',
  },
}

/** A count may follow the code: `invalid_type (3)`. */
export function reasonText(reason: string, locale: Locale): string {
  const [code = '', count = ''] = reason.split(/(?= \(\d+\)$)/)
  return Object.hasOwn(reasons[locale], code) ? `${reasons[locale][code]}${count}` : reason
}

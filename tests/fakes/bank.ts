import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Net } from '#main/ports/net.ts'
import { BANK_ADDRESS } from '#main/services/rates/bank-site.ts'

/** Text as the Bank of Russia sends it: ASCII and Russian letters, a byte each. */
export const in1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) ?? 63
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code < 128 ? code : 63
    }),
  )

export const HEAD = '<?xml version="1.0" encoding="windows-1251"?>'

type Listed = { id: string; code: string; nominal: number; name: string; value: string }

const listed: Listed[] = [
  { id: 'R01235', code: 'USD', nominal: 1, name: 'Доллар США', value: '80,1234' },
  { id: 'R01335', code: 'KZT', nominal: 100, name: 'Тенге', value: '15,5000' },
  { id: 'R01589', code: 'XDR', nominal: 1, name: 'СДР', value: '110,0000' },
  { id: 'R09999', code: 'SAR', nominal: 1, name: 'Саудовский риял', value: '21,3000' },
]

/** `date`: dd.mm.yyyy, the day that the rates were set for. */
export const dailyXml = (date: string, value = '80,1234'): string =>
  `${HEAD}<ValCurs Date="${date}" name="Foreign Currency Market">${listed
    .map(
      (one) =>
        `<Valute ID="${one.id}"><NumCode>000</NumCode><CharCode>${one.code}</CharCode><Nominal>${one.nominal}</Nominal><Name>${one.name}</Name><Value>${one.code === 'USD' ? value : one.value}</Value><VunitRate>1</VunitRate></Valute>`,
    )
    .join('')}</ValCurs>`

export const rangeXml = (id: string, values: readonly (readonly [date: string, value: string])[]): string =>
  `${HEAD}<ValCurs ID="${id}" DateRange1="01.10.2026" DateRange2="31.10.2026" name="Foreign Currency Market Dynamic">${values
    .map(
      ([date, value]) =>
        `<Record Date="${date}" Id="${id}"><Nominal>1</Nominal><Value>${value}</Value><VunitRate>${value}</VunitRate></Record>`,
    )
    .join('')}</ValCurs>`

export type Bank = { address: string; asked: URL[]; answer: (url: URL) => Answer; close(): Promise<void> }
/** The way out, in which the Bank's site is this one. */
export const netWithBank = (net: Net, { address }: Bank): Net => ({
  send: (request) => net.send({ ...request, url: request.url.replace(BANK_ADDRESS, address) }),
})

type Answer = { status?: number; body: string | Buffer; isHanging?: boolean }

/** The Bank's site on the loopback; `answer` may be replaced at any time. */
export async function startBank(): Promise<Bank> {
  const bank: Bank = {
    address: '',
    asked: [],
    answer: (url) =>
      url.pathname.endsWith('XML_daily.asp')
        ? { body: dailyXml('30.10.2026') }
        : {
            body: rangeXml(url.searchParams.get('VAL_NM_RQ') ?? '', [
              ['30.09.2026', '79,0000'],
              ['03.10.2026', '80,1234'],
              ['10.10.2026', '81'],
            ]),
          },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', bank.address)
    bank.asked.push(url)
    const { status = 200, body, isHanging } = bank.answer(url)
    if (isHanging) return
    response.writeHead(status, { 'content-type': 'application/xml; charset=windows-1251' })
    response.end(typeof body === 'string' ? in1251(body) : body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  bank.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scripts/`
  return bank
}

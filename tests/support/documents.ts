/** Invented suppliers and buyers: no such numbers are given to anybody. */
export const CLOUD = { name: 'ООО «Облако-пример»', inn: '7700000001', kpp: '770001001' }
export const BUYER = { name: 'АО «Ромашка-пример»', inn: '7700000002', kpp: '770001001' }

type Side = { name: string; inn: string; kpp: string }
type Line = { name: string; without: string; rate: string; vat: string | null; total: string }
type Upd = {
  number: string
  day: string
  supplier?: Side
  buyer?: Side
  version?: string
  func?: string
  currency?: string
  lines: Line[]
  without: string
  vat: string | null
  total: string
  head?: string
  transfer?: string
  encoding?: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const side = (tag: string, { name, inn, kpp }: Side): string =>
  `<${tag}><ИдСв><СвЮЛУч НаимОрг="${escaped(name)}" ИННЮЛ="${inn}" КПП="${kpp}"/></ИдСв></${tag}>`

const vatOf = (tag: string, vat: string | null): string =>
  vat === null ? `<${tag}><БезНДС>без НДС</БезНДС></${tag}>` : `<${tag}><СумНал>${vat}</СумНал></${tag}>`

/** УПД in the form of 5.03, as an operator of electronic documents hands it over. */
export function updXml(upd: Upd): string {
  const { supplier = CLOUD, buyer = BUYER, version = '5.03', func = 'СЧФДОП', encoding = 'UTF-8' } = upd
  const lines = upd.lines.map(
    (line, at) =>
      `<СведТов НомСтр="${at + 1}" НаимТов="${escaped(line.name)}" ОКЕИ_Тов="796" НаимЕдИзм="шт" КолТов="1" ЦенаТов="${line.without}" СтТовБезНДС="${line.without}" НалСт="${line.rate}" СтТовУчНал="${line.total}"><Акциз><БезАкциз>без акциза</БезАкциз></Акциз>${vatOf('СумНал', line.vat)}</СведТов>`,
  )
  return `<?xml version="1.0" encoding="${encoding}"?>
<Файл ИдФайл="ON_NSCHFDOPPR_пример" ВерсФорм="${version}" ВерсПрог="Пример 1.0">
<Документ КНД="1115131" Функция="${func}" ДатаИнфПр="${upd.day}" ВремИнфПр="10.00.00">
<СвСчФакт НомерДок="${escaped(upd.number)}" ДатаДок="${upd.day}">
${upd.head ?? ''}${side('СвПрод', supplier)}${side('СвПокуп', buyer)}
<ДенИзм КодОКВ="${upd.currency ?? '643'}" НаимОКВ="Валюта"/>
</СвСчФакт>
<ТаблСчФакт>
${lines.join('\n')}
<ВсегоОпл СтТовБезНДСВсего="${upd.without}" СтТовУчНалВсего="${upd.total}">${vatOf('СумНалВсего', upd.vat)}</ВсегоОпл>
</ТаблСчФакт>
<СвПродПер><СвПер СодОпер="Услуги оказаны в полном объёме" ДатаПер="${upd.day}"${upd.transfer ?? ''}><ОснПер РеквНаимДок="Договор" РеквНомерДок="ОП-1" РеквДатаДок="01.02.2025"/></СвПер></СвПродПер>
</Документ>
</Файл>
`
}

/** Services of October 2026 for 1,220 roubles, as the usual document has them. */
export const octoberUpd = (over: Partial<Upd> = {}): Upd => ({
  number: '1001',
  day: '31.10.2026',
  lines: [
    {
      name: 'Облачные серверы за октябрь 2026 г.',
      without: '800.00',
      rate: '22%',
      vat: '176.00',
      total: '976.00',
    },
    {
      name: 'Хранение данных за октябрь 2026 г.',
      without: '200.00',
      rate: '22%',
      vat: '44.00',
      total: '244.00',
    },
  ],
  without: '1000.00',
  vat: '220.00',
  total: '1220.00',
  ...over,
})

/** УКД of one line. */
export const ukdXml = (of: {
  number: string
  day: string
  corrects: string
  name: string
  before: [without: string, vat: string, total: string]
  after: [without: string, vat: string, total: string]
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<Файл ИдФайл="ON_NKORSCHFDOPPR_пример" ВерсФорм="5.01">
<Документ КНД="1115133" Функция="КСЧФДИС">
<СвКСчФ НомерКСчФ="${of.number}" ДатаКСчФ="${of.day}" КодОКВ="643">
<СчФ НомерСчФ="${of.corrects}" ДатаСчФ="31.10.2026"/>
${side('СвПрод', CLOUD)}${side('СвПокуп', BUYER)}
</СвКСчФ>
<ТаблКСчФ><СведТов НомСтр="1" НаимТов="${escaped(of.name)}" НалСтДо="22%" НалСтПосле="22%">
<СтТовБезНДС СтоимДоИзм="${of.before[0]}" СтоимПослеИзм="${of.after[0]}"/>
<СумНалДо><СумНДС>${of.before[1]}</СумНДС></СумНалДо><СумНалПосле><СумНДС>${of.after[1]}</СумНДС></СумНалПосле>
<СтТовУчНал СтоимДоИзм="${of.before[2]}" СтоимПослеИзм="${of.after[2]}"/>
</СведТов></ТаблКСчФ>
</Документ>
</Файл>`

type Paid = {
  number: string
  day: string
  amount: string
  payee?: { name: string; inn: string }
  purpose: string
}

/** Banks write plain quotes: their older encoding has no others. */
const PAYEE = { name: 'ООО "Облако-пример"', inn: CLOUD.inn }

/** A statement as banks write it for 1C. */
export const bankStatement = (payments: readonly Paid[], encoding = 'Windows'): string =>
  [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    `Кодировка=${encoding}`,
    'Отправитель=Банк-пример',
    'СекцияРасчСчет',
    'РасчСчет=40702810900000000001',
    'КонецРасчСчет',
    ...payments.flatMap(({ number, day, amount, payee = PAYEE, purpose }) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${number}`,
      `Дата=${day}`,
      `Сумма=${amount}`,
      'ПлательщикСчет=40702810900000000001',
      `ДатаСписано=${day}`,
      `ПлательщикИНН=${BUYER.inn}`,
      `Плательщик1=${BUYER.name}`,
      'ПолучательСчет=40702810900000000009',
      `ПолучательИНН=${payee.inn}`,
      `Получатель1=${payee.name}`,
      `НазначениеПлатежа=${purpose}`,
      'КонецДокумента',
    ]),
    'КонецФайла',
    '',
  ].join('\r\n')

/** Text in an encoding of one byte a letter, by the decoder's own table. */
export function encodeAs(text: string, decode: (bytes: Uint8Array) => string): Buffer {
  const letters = [...decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  const bytes = new Map(letters.map((letter, byte) => [letter, byte]))
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f))
}

const windows = new TextDecoder('windows-1251')
export const windows1251 = (text: string): Buffer => encodeAs(text, (bytes) => windows.decode(bytes))

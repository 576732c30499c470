import { describe, expect, it } from 'vitest'
import { addressKey, compareAddresses } from '#main/core/rules/address-order.ts'
import { compareText } from '#main/core/rules/exact.ts'

const sorted = (addresses: readonly string[]): string[] =>
  addresses.toSorted((a, b) => compareAddresses(addressKey(a), addressKey(b), compareText))

describe('the order of addresses', () => {
  it('goes by number: 9 before 10, in every part', () => {
    const addresses = ['9.0.0.1', '10.0.0.2', '10.0.0.10', '10.0.2.1', '10.0.10.0', '185.12.1.1']
    expect(sorted([...addresses].reverse())).toEqual(addresses)
  })

  it('puts IPv4 before IPv6 and whatever else there is last, as text', () => {
    const addresses = ['255.255.255.255', '::1', '2a00::1', 'db.example.ru', 'shop.example.ru']
    expect(sorted([...addresses].reverse())).toEqual(addresses)
  })

  it('reads IPv6 however it is shortened', () => {
    const whole = '2a00:0ab0:0000:0000:0000:0000:0000:00ff'
    for (const same of ['2a00:ab0::ff', '2A00:AB0:0:0::FF', '2a00:ab0::0:0:0.0.0.255'])
      expect(addressKey(same), same).toEqual(addressKey(whole))
    expect(sorted(['2a00:ab0::100', '2a00:ab0::ff', '::'])).toEqual(['::', '2a00:ab0::ff', '2a00:ab0::100'])
  })

  it('takes for a number only what is one', () => {
    for (const text of [
      '',
      '256.1.1.1',
      '1.2.3',
      '1.2.3.4.5',
      '10.0.0.0/24',
      ':::',
      '1:2',
      '1::2::3',
      'a:b',
      '1:2:3:4:5:6:7:8:9',
    ])
      expect(addressKey(text), text).toEqual({ kind: 0, text })
  })
})

import { describe, expect, test } from 'vitest'
import { fixture, readLines } from '#tests/support/read-delivery.ts'

describe('Google Cloud', () => {
  test('cost with its credits, digit by digit', async () => {
    const { source, lines, sum } = await readLines(fixture('gcp-flat.csv'))
    expect(source).toBe('gcp')
    expect(sum('billed')).toBe('1.135001234')
    expect(sum('list')).toBe('1.400001234')
    expect(lines[0]?.key).toMatchObject({
      subAccount: 'shop-prod',
      tags: { team: 'shop' },
      zone: 'europe-west1-b',
    })
    expect(lines.map(({ key }) => key.chargeCategory)).toEqual(['Usage', 'Usage', 'Tax'])
  })
})

import { describe, expect, it } from 'vitest'
import { capacityOf, unitOf } from '#main/providers/beget/usage/units.ts'

const machine = { cores: 4, ramGb: 8, diskGb: 80, mbps: 250 }

describe('the unit of a figure', () => {
  it('of the processor is a hundredth of the machine, or of one core where the figure is above a hundred', () => {
    expect(60 * unitOf('cpu', 60, machine)).toBeCloseTo(2.4)
    expect(240 * unitOf('cpu', 240, machine)).toBeCloseTo(2.4)
  })

  it('of memory and disk is a megabyte, and a smaller one where that would not fit the machine', () => {
    expect(4096 * unitOf('ram', 4096, machine)).toBeCloseTo(4)
    expect(4 * 1024 ** 2 * unitOf('ram', 4 * 1024 ** 2, machine)).toBeCloseTo(4)
    expect(4 * 1024 ** 3 * unitOf('ram', 4 * 1024 ** 3, machine)).toBeCloseTo(4)
    expect(40 * 1024 ** 3 * unitOf('disk', 40 * 1024 ** 3, machine)).toBeCloseTo(40)
  })

  it('of the network is a byte a second, and a bit where the line would be too thin', () => {
    expect(12_500_000 * unitOf('network', 12_500_000, machine)).toBeCloseTo(100)
    expect(100_000_000 * unitOf('network', 100_000_000, machine)).toBeCloseTo(100)
  })

  it('of a machine that nothing is known of is the usual one', () => {
    const unknown = { cores: 0, ramGb: 0, diskGb: 0, mbps: 0 }
    expect(unitOf('ram', 1e12, unknown)).toBe(1 / 1024)
    expect(unitOf('cpu', 50, unknown)).toBe(0.01)
    expect(capacityOf('disk', unknown)).toBe(0)
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { dayBefore, isOver, isWithin, periodShown, today } from './days'

describe('days of the register', () => {
  it('are those of China, whatever the clock of the machine says', () => {
    expect(today(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31')
    expect(today(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  })

  it('know the day before, over months and leap years', () => {
    expect(dayBefore('2024-03-01')).toBe('2024-02-29')
    expect(dayBefore('2027-01-01')).toBe('2026-12-31')
    expect(dayBefore('soon')).toBe('')
  })

  it('count the first and the last day in', () => {
    const period = { from: '2022-01-05', until: '2026-12-31' }
    expect(isWithin(period, '2022-01-05')).toBe(true)
    expect(isWithin(period, '2026-12-31')).toBe(true)
    expect(isWithin(period, '2027-01-01')).toBe(false)
    expect(isOver(period, '2026-12-31')).toBe(false)
    expect(isOver({ from: '2022-01-05', until: null }, '2999-01-01')).toBe(false)
    expect(periodShown(period)).toBe('2022-01-05 至 2026-12-31')
  })
})

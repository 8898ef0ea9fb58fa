// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { chineseNumber, numberIn } from './numerals'

describe('numbers in Chinese numerals', () => {
  it('are written as they are said', () => {
    expect([1, 6, 10, 15, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '六',
      '十',
      '十五',
      '二十',
      '二十一',
      '九十九',
    ])
    expect(chineseNumber('…')).toBe('…')
  })

  it('are read as people type them', () => {
    for (const text of ['7', ' 7 ', '７', '七', '第七届', '第 7 届', '七届', '第七屆'])
      expect(numberIn(text), text).toBe(7)
    expect(numberIn('二十一')).toBe(21)
    for (const text of ['', '0', '零', '七八', '下一届', '-1', '7.5', '1000'])
      expect(numberIn(text), text).toBeUndefined()
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { expect, it } from 'vitest'
import { yearError } from './plan_kinds'

it('a year that was not given is asked for in words', () => {
  const refused = '数字太小：不能小于 1949'
  expect(yearError('', refused)).toBe('请填写年度。')
  expect(yearError('27', refused)).toBe('年度应为四位数字（1949 到 2999），例如 2026。')
  expect(yearError('2027', '这一年已有计划。')).toBe('这一年已有计划。')
  expect(yearError('', undefined)).toBeUndefined()
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { answerShown, targetShown, wordsOf, emptySuggestion } from './suggestion_words'

describe('the words of a suggestion', () => {
  it('part departments and leave out what was not said', () => {
    const form = { ...emptySuggestion(), title: ' 题 ', departments: '住建局、民政局' }
    expect(wordsOf(form)).toMatchObject({
      title: '题',
      departments: ['住建局', '民政局'],
      kind: null,
      field: null,
    })
  })

  it('say where a suggestion went', () => {
    const merged_into = { title: '电梯', answer: 'passed_on' as const, passed_to: '提案' }
    expect(answerShown({ answer: 'merged', passed_to: '', merged_into })).toBe('已并入：电梯')
    expect(answerShown({ answer: 'merged', passed_to: '', merged_into: null })).toBe('已并入')
    expect(targetShown(merged_into)).toBe('并入的那条建议：已转其他渠道：提案')
    expect(answerShown({ answer: 'not_taken', passed_to: '', merged_into: null })).toBe('未采纳')
  })
})

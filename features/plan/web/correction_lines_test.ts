// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { start } from './correction_example'
import { shownLine } from './correction_lines'
import type { Source, State } from './correction_state'

// The words of a line that is nothing but a mark of the first topic.
const wordsOf = (text: string) => shown(text).words
function shown(text: string) {
  const source: Source = { texts: [[...text]], numbers: [1], sheets: [''] }
  const lines = [[{ place: 'topic_mark' as const, target: 0, length: source.texts[0]!.length }]]
  const state: State = { ...start, lines }
  return shownLine(state, source, 0)
}

describe('where a line went', () => {
  it("calls a table's head a head, and no words of a topic", () => {
    expect(wordsOf('序号\t议题\t形式\t时间')).toBe('表头（列名，不进入正文）')
    expect(shown('序号\t议题\t形式\t时间').topic).toBeUndefined()
    expect(wordsOf('| 序号 | 议题 |')).toBe('表头（列名，不进入正文）')
    expect(wordsOf('序号  议题  时间')).toBe('表头（列名，不进入正文）')
  })

  it('calls a number or label alone on its line what it is', () => {
    expect(wordsOf('责任部门：')).toBe('序号或标签（不进入正文）')
    expect(wordsOf('3.')).toBe('序号或标签（不进入正文）')
  })
})

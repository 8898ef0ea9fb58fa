// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { jumpAt } from './correction_numbers'
import { makeTopics } from './correction_making'
import { ignore } from './correction_placing'
import { pickOf, type Run, type Source, type State } from './correction_state'
import { mergeUp, removeTopic, setTopic, splitAt } from './correction_topics'

// A topic a line, its number as a mark in front; an empty mark: the program counted.
function plan(marks: string[]): { state: State; source: Source } {
  const texts = marks.map((mark, at) => [...`${mark}议题${at}`])
  const runs = (at: number): Run[] => {
    const length = [...marks[at]!].length
    const title: Run = { place: 'topic_title', target: at, length: texts[at]!.length - length }
    return length ? [{ place: 'topic_mark', target: at, length }, title] : [title]
  }
  const topic = (at: number) => ({
    key: at,
    number: at + 1,
    kind: 'thematic' as const,
    title: `议题${at}`,
    period: '',
    month: null,
    responsible: '',
    participating: '',
    line: at + 1,
  })
  return {
    source: { texts, numbers: marks.map((_, at) => at + 1), sheets: marks.map(() => '') },
    state: {
      title: '计划',
      committee: '某区政协',
      year: '2025',
      year_read: 2025,
      sections: 0,
      topics: marks.map((_, at) => topic(at)),
      reasons: [],
      lines: marks.map((_, at) => runs(at)),
      next_key: marks.length,
    },
  }
}
const counted = () => plan(['', '', '', '', '', '', ''])
const numbers = (state: State) => state.topics.map((one) => one.number)

describe('numbers that the document does not have', () => {
  it('have no gap after topics were merged, deleted or ignored', () => {
    const { state, source } = counted()
    expect(numbers(mergeUp(state, source, 5))).toEqual([1, 2, 3, 4, 5, 6])
    expect(numbers(removeTopic(state, source, 0))).toEqual([1, 2, 3, 4, 5, 6])
    const ignored = ignore(state, source, pickOf(state, source, 2), '重复')
    expect(numbers(ignored)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('make room for a topic that comes between them', () => {
    const { state, source } = counted()
    expect(numbers(splitAt(mergeUp(state, source, 5), source, 4, 5))).toEqual([1, 2, 3, 4, 5, 6, 7])
    const freed = removeTopic(state, source, 2)
    expect(numbers(makeTopics(freed, source, pickOf(freed, source, 2)))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
  })

  it('are counted in each kind by itself', () => {
    const { state, source } = counted()
    const topics = state.topics.map((one, at) =>
      at < 4 ? one : { ...one, kind: 'supervision' as const, number: at - 3 },
    )
    expect(numbers(removeTopic({ ...state, topics }, source, 1))).toEqual([1, 2, 3, 1, 2, 3])
  })

  it('stay as a person typed them', () => {
    const { state, source } = counted()
    const typed = setTopic(state, 6, { number: 30 })
    expect(numbers(removeTopic(typed, source, 0))).toEqual([1, 2, 3, 4, 5, 30])
  })
})

describe('numbers of the document', () => {
  it('are kept, and a gap is seen', () => {
    for (const marks of [
      ['1.', '2.', '3.', '4.'],
      ['（一）', '（二）', '（三）', '（四）'],
      ['①', '②', '③', '④'],
    ]) {
      const { state, source } = plan(marks)
      const merged = mergeUp(state, source, 2)
      expect(numbers(merged), marks[0]).toEqual([1, 2, 4])
      expect(merged.topics.map((_, at) => jumpAt(merged, at))).toEqual([
        undefined,
        undefined,
        { number: 4, before: 2 },
      ])
    }
  })

  it('are known beyond ten', () => {
    const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
    const { state, source } = plan(chinese.map((one) => `${one}、`))
    expect(numbers(removeTopic(state, source, 8)).slice(-3)).toEqual([10, 11, 12])
  })

  it('show no gap where a kind begins a count of its own or goes on with its own', () => {
    const { state } = counted()
    const kinds = ['thematic', 'supervision', 'thematic', 'supervision'] as const
    const topics = kinds.map((kind, at) => ({
      ...state.topics[at]!,
      kind,
      number: at < 2 ? 1 : 2,
    }))
    expect(topics.map((_, at) => jumpAt({ ...state, topics }, at))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(jumpAt({ ...state, topics: [{ ...topics[0]!, number: 3 }] }, 0)).toEqual({ number: 3 })
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { toField } from './correction_placing'
import { stateOf, type Source, type State } from './correction_state'
import { setTopic } from './correction_topics'

const lines = ['为落实部署要求', '提升养老服务水平', '含社区食堂建设']
const source: Source = {
  texts: lines.map((line) => [...line]),
  numbers: [1, 2, 3],
  sheets: ['', '', ''],
}
const all = (line: number) => [{ line, begin: 0, end: lines[line]!.length }]

function read(place: 'topic_title' | 'topic_responsible', words: object): State {
  const topic = {
    number: 1,
    kind: 'thematic' as const,
    title: '',
    period: '',
    month: null,
    responsible: [],
    participating: [],
    line: 2,
    key: 0,
    ...words,
  }
  return stateOf({
    title: '计划',
    committee: '',
    year: 2025,
    sections: 0,
    reasons: [],
    topics: [topic],
    next_key: 1,
    lines: lines.map((line, at) => ({
      runs: [
        at === 1
          ? { place, target: 0, length: line.length }
          : { place: 'unplaced', target: -1, length: line.length },
      ],
    })),
  })
}

describe('words changed by hand', () => {
  it('take what is put into their field, from above and from below', () => {
    const by_hand = setTopic(read('topic_title', { title: lines[1] }), 0, {
      title: '提升全区养老服务水平',
    })
    const below = toField(by_hand, source, all(2), 0, 'title')
    expect(below.topics[0]!.title).toBe('提升全区养老服务水平含社区食堂建设')
    const above = toField(below, source, all(0), 0, 'title')
    expect(above.topics[0]!.title).toBe('为落实部署要求提升全区养老服务水平含社区食堂建设')
  })

  it('take a body from a line above', () => {
    const by_hand = setTopic(read('topic_responsible', { responsible: [lines[1]] }), 0, {
      responsible: '区委',
    })
    const state = toField(by_hand, source, all(0), 0, 'responsible')
    expect(state.topics[0]!.responsible).toBe('为落实部署要求、区委')
  })

  it('keep what they say when a part of the document goes elsewhere', () => {
    const by_hand = setTopic(read('topic_title', { title: lines[1] }), 0, { title: '全部重写' })
    const state = toField(by_hand, source, [{ line: 1, begin: 4, end: 8 }], 0, 'responsible')
    expect(state.topics[0]).toMatchObject({ title: '全部重写', responsible: '服务水平' })
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { makeTopics } from './correction_making'
import { leadingNumber } from './correction_leading'
import { takeOut, toTitle } from './correction_placing'
import { stateOf, type Place, type Source } from './correction_state'
import { splitTitle, setTopic } from './correction_topics'

// A document of one line, all of it at one place.
function one(text: string, place: Place = 'unplaced', title = '') {
  const source: Source = { texts: [[...text]], numbers: [1], sheets: [''] }
  const target = place === 'topic_title' ? 0 : -1
  const words = { number: 1, kind: 'thematic' as const, title: text, period: '', line: 1 }
  const topic = { ...words, responsible: [], participating: [] }
  const state = stateOf({
    title,
    committee: '',
    sections: 0,
    topics: target === 0 ? [topic] : [],
    reasons: [],
    lines: [{ runs: [{ place, target, length: source.texts[0]!.length }] }],
  } as unknown as Parameters<typeof stateOf>[0])
  return { source, state, picks: [{ line: 0, begin: 0, end: source.texts[0]!.length }] }
}

function made(text: string) {
  const { source, state, picks } = one(text)
  const topic = makeTopics(state, source, picks).topics[0]!
  return [topic.number, topic.title]
}

describe('a topic made of a line', () => {
  it('keeps a title where nothing would be left of it', () => {
    expect(made('议题2')).toEqual([1, '议题2'])
  })

  it('cuts no word off a title', () => {
    for (const text of ['12.5万亩农田', '1.5万亩农田', '3、4号线建设', '第三产业发展']) {
      expect(made(text)).toEqual([1, text])
    }
    for (const text of ['一、二、三产业融合', '2022年协商计划', '12月召开', '9，关于乙']) {
      expect(made(text)).toEqual([1, text])
    }
  })

  it.each([
    ['九、关于乙', 9],
    ['二十一、关于乙', 21],
    ['（一）关于乙', 1],
    ['（ 十二 ） 关于乙', 12],
    ['第七议题：关于乙', 7],
    ['第一，关于乙', 1],
    ['议题三：关于乙', 3],
    ['１２．关于乙', 12],
    ['12. 关于乙', 12],
    ['⼆﹑关于乙', 2],
    ['議題三﹕关于乙', 3],
    ['⑫关于乙', 12],
    ['㈢关于乙', 3],
    ['1.2 关于乙', 2],
    ['1：关于乙', 1],
  ])('takes the number in front of %s', (text, number) => {
    expect(made(text)).toEqual([number, '关于乙'])
  })

  it.each([
    ['7\t关于社区养老的议题\t5月\t社法委', 7, '关于社区养老的议题'],
    ['1\t15分钟生活圈\t5月', 1, '15分钟生活圈'],
    ['2\t5G基站\t6月', 2, '5G基站'],
    ['一\t十五分钟生活圈\t5月', 1, '十五分钟生活圈'],
    ['（三）\t社区食堂建设\t5月', 3, '社区食堂建设'],
    ['第四\t社区食堂建设\t5月', 4, '社区食堂建设'],
    ['８\t12345热线建设\t5月', 8, '12345热线建设'],
    ['\t6\t100个社区食堂\t5月', 6, '100个社区食堂'],
  ])('takes the number of the first cell of %s', (text, number, title) => {
    expect(made(text)).toEqual([number, title])
  })

  it('keeps the mark as it stands there', () => {
    expect(leadingNumber(' （ 一 ） 乙')?.mark).toBe(' （ 一 ） ')
    expect(leadingNumber('7\t关于', 1)?.mark).toBe('7\t')
  })
})

describe('a title', () => {
  it('is split at the caret though its punctuation was changed by hand', () => {
    const { source, state } = one('加装电梯、古树保护研究', 'topic_title')
    const typed = setTopic(state, 0, { title: '加装电梯古树保护研究' })
    const titles = (caret: number) =>
      splitTitle(typed, source, 0, caret).topics.map((topic) => topic.title)
    expect(titles('加装电梯古树'.length)).toEqual(['加装电梯、古树', '保护研究'])
    expect(titles('加装电梯'.length)).toEqual(['加装电梯、', '古树保护研究'])
  })

  it('of the plan gives back the words that are taken from it', () => {
    for (const title of ['', '手写的计划']) {
      const { source, state, picks } = one('某市政协', 'unplaced', title)
      const sent = toTitle(state, source, picks)
      expect(sent.title).toBe(`${title}某市政协`)
      expect(takeOut(sent, source, picks).title).toBe(title)
      expect(makeTopics(sent, source, picks)).toMatchObject({
        title,
        topics: [{ title: '某市政协' }],
      })
    }
  })
})

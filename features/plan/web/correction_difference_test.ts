// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { differenceOf } from './correction_difference'
import { correction, source, start, whole } from './correction_example'
import { ignore } from './correction_placing'
import { whyNot } from './correction_reasons'
import { correctionOf, type Correction } from './correction_state'
import { removeTopic, setKind, setTopic } from './correction_topics'

describe('two corrections of one document', () => {
  it('says what two people do not agree on', () => {
    const mine = correctionOf(setTopic(start, 0, { title: '甲' }))
    const theirs = correctionOf(ignore(start, source, whole(6), '页码'))
    expect(differenceOf(mine, theirs)).toEqual({
      words: [{ topic: '提升养老服务', what: 'title', mine: '甲', theirs: '提升养老服务' }],
      lines: 1,
    })
  })

  it('names the word that differs, and nothing that stands below one topic more', () => {
    const freed = correctionOf(removeTopic(start, source, 0))
    const rekinded = correctionOf(setKind(start, [1], 'supervision'))
    expect(differenceOf(freed, rekinded).words).toEqual([
      { what: 'topic', mine: '', theirs: '提升养老服务' },
      {
        topic: '推进垃圾分类 ，共建家园',
        what: 'kind',
        mine: 'thematic',
        theirs: 'supervision',
      },
    ])
    expect(differenceOf(freed, correctionOf(start)).lines).toBe(2)
    const renamed = correctionOf({ ...start, title: '新的名称' })
    expect(differenceOf(renamed, correctionOf(start))).toEqual({
      words: [{ what: 'title', mine: '新的名称', theirs: '某区政协2025年协商工作计划' }],
      lines: 0,
    })
  })

  it('sees no difference in how a server writes the same', () => {
    const turned = (value: object) => Object.fromEntries(Object.entries(value).reverse())
    const told = JSON.parse(
      JSON.stringify({
        ...correction,
        topics: correction.topics.map((topic) => turned({ ...topic, month: undefined })),
        lines: correction.lines.map(({ runs }) => ({ runs: runs.map(turned) })),
      }),
    ) as Correction
    expect(differenceOf(correctionOf(start), told)).toEqual({ words: [], lines: 0 })
  })
})

describe('an operation that is impossible', () => {
  it('says why', () => {
    expect(whyNot(start, []).split).toBe('请先选一行')
    expect(whyNot(start, [2])).toEqual({
      merge: '这是第一个议题，上面没有可以并入的议题。',
      split: expect.stringContaining('第一行'),
    })
    expect(whyNot(start, [3]).split).toBeUndefined()
    expect(whyNot(start, [5]).kind).toBe('所选的行不属于任何议题。')
    expect(whyNot({ ...start, topics: [] }, [6]).to_field).toContain('还没有议题')
  })
})

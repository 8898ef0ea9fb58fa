// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { namesFrom } from '@/format'
import { refusalOf } from './chosen_file'
import { monthFrom, yearFrom } from './plan_kinds'
import { sourceOf, topicOf } from './reading_lines'
import type { DocumentView } from './plan_api'

const topic = {
  number: 1,
  kind: 'thematic' as const,
  title: '养老服务',
  period: '5月',
  month: 5,
  responsible: ['民政局', '卫健委'],
  participating: [],
  line: 2,
}
const line = (
  number: number,
  place: DocumentView['lines'][number]['place'],
  target: number,
  text: string,
) => ({ line: number, place, target, text, pieces: [], sheet: '' })
const document = {
  lines: [
    line(1, 'title', -1, '计划'),
    line(2, 'topic', 0, '1.养老服务'),
    line(3, 'topic_field', 0, '责任部门：民政局'),
    line(4, 'section', 0, '说明'),
  ],
  reading: {
    title: ' 计划 ',
    committee: '某区政协',
    year: 2026,
    draft: true,
    sections: [],
    topics: [topic],
    unplaced: [],
    warnings: [],
    characters: { source: 1, placed: 1, unplaced: 0 },
  },
}

describe('the lines of a document', () => {
  it('belong to the topic that they were read into', () => {
    expect(document.lines.map((one) => topicOf(one, document.reading.topics))).toEqual([
      undefined,
      0,
      0,
      undefined,
    ])
    expect(sourceOf(document, 2)).toBe('1.养老服务\n责任部门：民政局')
  })

  it('are told apart by the title where two sheets have the same row', () => {
    const second = { ...topic, title: '托育服务' }
    const book = {
      lines: [
        { ...line(2, 'topic', 0, '养老服务'), sheet: '甲' },
        { ...line(2, 'topic', 1, '托育服务'), sheet: '乙' },
      ],
      reading: { ...document.reading, topics: [topic, second] },
    }
    expect(sourceOf(book, 2, '托育服务')).toBe('托育服务')
    expect(sourceOf(book, 2)).toBe('养老服务')
  })
})

describe('words of a person', () => {
  it('takes a year as it is typed', () => {
    expect(['2027', ' ２０２７', '2027年', '20277', '27年', ''].map(yearFrom)).toEqual([
      2027,
      2027,
      2027,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('finds the month that a time names', () => {
    expect(['5月', '9月中旬', '12 月底', '上半年', '13月', '第一季度'].map(monthFrom)).toEqual([
      5,
      9,
      12,
      null,
      null,
      null,
    ])
    expect(namesFrom(' 甲 、乙;；丙 ')).toEqual(['甲', '乙', '丙'])
  })
})

describe('a chosen file', () => {
  it('is refused before it is sent when it cannot be read', () => {
    expect(refusalOf({ name: '计划.doc', size: 10 })).toBe('plan.web.import.office_format')
    expect(refusalOf({ name: '计划.WPS', size: 10 })).toBe('plan.web.import.office_format')
    expect(refusalOf({ name: '计划.docm', size: 10 })).toBe('plan.web.import.macros')
    expect(refusalOf({ name: '计划.docx', size: 10 })).toBeUndefined()
    expect(refusalOf({ name: '计划.xlsx', size: 10 })).toBeUndefined()
    expect(refusalOf({ name: '计划.txt', size: 0 })).toBe('plan.web.import.empty')
    expect(refusalOf({ name: '计划.docx', size: 20 * 1024 * 1024 + 1 })).toBe(
      'plan.web.import.too_large',
    )
    expect(refusalOf({ name: '计划.docx', size: 20 * 1024 * 1024 })).toBeUndefined()
    expect(refusalOf({ name: '计划.TXT', size: 1024 * 1024 + 1 })).toBe('plan.web.import.too_large')
    expect(refusalOf({ name: '计划.txt', size: 1024 * 1024 })).toBeUndefined()
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { ignorers, ownWords, type Authorship } from './correction_authors'
import { correction, source, start, whole } from './correction_example'
import { toHeading } from './correction_headings'
import { makeTopics } from './correction_making'
import { composed, ignore, takeOut, toField, toSection, toTitle } from './correction_placing'
import { progressOf } from './correction_progress'
import {
  correctionOf,
  leftIn,
  linesOfTopic,
  pickOf,
  stateOf,
  textOf,
  topicOfLine,
  type State,
} from './correction_state'
import {
  addTopic,
  mergeUp,
  moveTopic,
  removeTopic,
  setKind,
  setPlan,
  setTopic,
  splitAt,
  splitTitle,
} from './correction_topics'

const titles = (state: State) => state.topics.map((one) => one.title)

// Runs cover each line exactly, and point at what is there.
function sound(state: State): boolean {
  return state.lines.every((runs, line) => {
    const length = runs.reduce((sum, run) => sum + run.length, 0)
    const targets = runs.every((run) => {
      if (run.place.startsWith('topic_')) return run.target >= 0 && run.target < state.topics.length
      if (run.place.startsWith('section_')) return run.target >= 0 && run.target < state.sections
      if (run.place === 'ignored') return run.target >= 0 && run.target < state.reasons.length
      return run.target === -1
    })
    return length === source.texts[line]!.length && targets && runs.every((run) => run.length > 0)
  })
}

describe('a correction', () => {
  it('gives back what it was made of', () => {
    expect(correctionOf(start)).toEqual(correction)
    expect(progressOf(start, source)).toEqual({ all: 63, left: 14, lines: [6, 7] })
  })

  it('is finished when every character has a place or a reason', () => {
    const ignored = ignore(start, source, whole(6), '页码')
    expect(progressOf(ignored, source).lines).toEqual([7])
    const all = makeTopics(ignored, source, whole(7))
    expect(progressOf(all, source).left).toBe(0)
    expect(all.reasons).toEqual(['页码'])
    expect(ignore(all, source, whole(5), '页码').reasons).toEqual(['页码'])
  })

  it('makes a topic of a row: number, title, period and who is responsible', () => {
    const made = makeTopics(start, source, whole(7)).topics[2]!
    expect(made).toMatchObject({
      number: 3,
      kind: 'thematic',
      title: '整治𠮷水河',
      period: '9月',
      month: 9,
      responsible: '住建局',
      line: 8,
    })
  })

  it('puts a new topic where the document has it', () => {
    const freed = removeTopic(start, source, 0)
    expect(titles(freed)).toEqual(['推进垃圾分类 ，共建家园'])
    expect(leftIn(freed, source, 2)).toBe(8)
    const again = makeTopics(freed, source, pickOf(freed, source, 2))
    expect(titles(again)).toEqual(['提升养老服务', '推进垃圾分类 ，共建家园'])
    expect(again.topics[0]!.number).toBe(1)
    expect(topicOfLine(again, 4)).toBe(1)
  })

  it('moves a line into a field, and its words follow unless they were changed by hand', () => {
    const moved = toField(start, source, whole(5), 0, 'responsible')
    expect(moved.topics[0]!.responsible).toBe('民政局、加强领导。')
    const by_hand = setTopic(start, 0, { responsible: '区民政局' })
    expect(toField(by_hand, source, whole(5), 0, 'responsible').topics[0]!.responsible).toBe(
      '区民政局、加强领导。',
    )
    expect(takeOut(moved, source, whole(5)).topics[0]!.responsible).toBe('民政局')
  })

  it('moves text to the section before it and to the title', () => {
    const text = toSection(start, source, whole(6))
    expect(text.lines[6]).toEqual([{ place: 'section_text', target: 0, length: 5 }])
    const first = toSection(
      {
        ...start,
        sections: 0,
        lines: start.lines.map((runs) =>
          runs.map((run) =>
            run.place === 'section_text' ? { ...run, place: 'unplaced' as const, target: -1 } : run,
          ),
        ),
      },
      source,
      whole(6),
    )
    expect(first.sections).toBe(1)
    expect(toTitle(start, source, whole(6)).title).toBe('某区政协2025年协商工作计划— 3 —')
  })

  it('makes a line the heading that gives its kind to the topics below', () => {
    const text = toSection(start, source, whole(6))
    const kinds = (state: State) => state.topics.map((one) => one.kind)
    const heading = toHeading(text, source, [{ line: 3, begin: 0, end: 8 }], 'chairpersons')
    expect(heading.lines[3]).toEqual([{ place: 'section_heading', target: 0, length: 8 }])
    expect(heading.sections).toBe(2)
    expect(kinds(heading)).toEqual(['thematic', 'chairpersons'])
    expect(heading.lines[5]).toEqual([{ place: 'section_text', target: 1, length: 5 }])
    const lower = toHeading(heading, source, pickOf(heading, source, 7), 'plenary')
    expect(lower.sections).toBe(3)
    expect(lower.lines[6]).toEqual([{ place: 'section_text', target: 1, length: 5 }])
    expect(lower.lines[7]).toEqual([
      { place: 'section_heading', target: 2, length: source.texts[7]!.length },
    ])
    expect(kinds(lower)).toEqual(['thematic', 'chairpersons'])
    const between = toHeading(lower, source, [{ line: 6, begin: 0, end: 5 }])
    expect(between.lines[7]![0]!.target).toBe(3)
    expect(kinds(between)).toEqual(kinds(lower))
    expect(sound(heading) && sound(lower) && sound(between)).toBe(true)
  })

  it('takes the text below a new heading from the section above', () => {
    const text = toSection(toSection(start, source, whole(6)), source, whole(7))
    const heading = toHeading(text, source, [{ line: 6, begin: 0, end: 5 }])
    expect(heading.lines.slice(5).map((runs) => runs.map((run) => run.target))).toEqual([
      [0],
      [1],
      [1],
    ])
  })

  it('marks the number in front of a heading', () => {
    const numbered = { ...source, texts: [...source.texts] }
    numbered.texts[6] = [...'（二）主席']
    const state = takeOut(start, source, whole(6))
    expect(toHeading(state, numbered, [{ line: 6, begin: 0, end: 5 }]).lines[6]).toEqual([
      { place: 'section_mark', target: 1, length: 3 },
      { place: 'section_heading', target: 1, length: 2 },
    ])
  })

  it('keeps the key of each topic and gives none twice', () => {
    const made = makeTopics(removeTopic(start, source, 1), source, whole(7))
    expect(correctionOf(made).topics.map((one) => one.key)).toEqual([0, 2])
    expect(correctionOf(made).next_key).toBe(3)
    const later = stateOf(correctionOf(removeTopic(made, source, 1)))
    expect(addTopic(later).topics[1]!.key).toBe(3)
  })

  it('knows whose words stand, wherever the topic moves', () => {
    const by = { at: 1000, by_id: 'p1', by_name: '王小协' }
    const authorship: Authorship = {
      ignored: [{ line: 6, begin: 0, length: 5, ...by }],
      words: [
        { topic: 1, field: 'title', words: '分类', document: '推进垃圾分类 ，共建家园', ...by },
        { topic: -1, field: 'year', words: '2026', document: '2025', ...by },
      ],
    }
    const typed = setPlan(setTopic(start, 1, { title: '分类 ' }), { year: '2026' })
    expect(ownWords(typed, authorship)(1, 'title')?.by_name).toBe('王小协')
    expect(ownWords(moveTopic(typed, 1, 0), authorship)(1, 'title')?.by_name).toBe('王小协')
    expect(ownWords(typed, authorship)(-1, 'year')?.document).toBe('2025')
    expect(ownWords(setTopic(typed, 1, { title: '别的' }), authorship)(1, 'title')).toBeUndefined()
    expect(ownWords(typed, authorship)(0, 'title')).toBeUndefined()
    expect(ignorers(typed, authorship).size).toBe(0)
    expect(ignorers(ignore(typed, source, whole(6), '页码'), authorship).get(6)).toBe('王小协')
  })

  it('takes no year away for what is none', () => {
    const year = (state: State) => correctionOf(state).year
    for (const typed of ['二〇二七', 'abcd', '99999', '202']) {
      const state = setPlan(start, { year: typed })
      expect([state.year, year(state)], typed).toEqual([typed, 2025])
    }
    const emptied = setPlan(setPlan(start, { year: 'abcd' }), { year: '' })
    expect(year(emptied)).toBeNull()
    expect(year(setPlan(emptied, { year: '２０２７年' }))).toBe(2027)
  })

  it('merges a topic into the one above', () => {
    const merged = mergeUp(start, source, 1)
    expect(titles(merged)).toEqual(['提升养老服务推进垃圾分类 ，共建家园'])
    expect(linesOfTopic(merged, 0)).toEqual([2, 3, 4])
    expect(mergeUp(start, source, 0)).toBe(start)
  })

  it('splits a topic at a line and at the caret', () => {
    const split = splitAt(mergeUp(start, source, 1), source, 0, 4)
    expect(linesOfTopic(split, 1)).toEqual([4])
    expect(titles(split)).toEqual(['提升养老服务', '推进垃圾分类 ，共建家园'])
    const caret = splitTitle(start, source, 1, '推进垃圾分类'.length)
    expect(titles(caret)).toEqual(['提升养老服务', '推进垃圾分类', '，共建家园'])
    expect(composed(caret, source, 2, 'title')).toBe('，共建家园')
    const own = splitTitle(setTopic(start, 1, { title: '甲乙' }), source, 1, 1)
    expect(titles(own)).toEqual(['提升养老服务', '甲', '乙'])
    expect(sound(own) && sound(caret)).toBe(true)
  })

  it('keeps lines with their topics when the order changes', () => {
    const moved = moveTopic(start, 1, 0)
    expect(titles(moved)[0]).toBe('推进垃圾分类 ，共建家园')
    expect(linesOfTopic(moved, 0)).toEqual([4])
    expect(moveTopic(start, 0, -1)).toBe(start)
    expect(
      setKind(start, [0, 1], 'supervision').topics.every((one) => one.kind === 'supervision'),
    ).toBe(true)
    expect(addTopic(start).topics[2]).toMatchObject({ number: 3, kind: 'thematic', title: '' })
  })

  it('drops a topic that has lost all its words', () => {
    expect(titles(takeOut(start, source, whole(4)))).toEqual(['提升养老服务'])
    expect(titles(takeOut(start, source, whole(2)))).toEqual(['', '推进垃圾分类 ，共建家园'])
    expect(titles(takeOut(setTopic(start, 1, { period: '5月' }), source, whole(4)))).toHaveLength(2)
    expect(sound(takeOut(start, source, whole(4)))).toBe(true)
  })

  it('takes only what is left of a line that has a place in part', () => {
    const part = takeOut(start, source, [{ line: 4, begin: 2, end: 8 }])
    const [pick] = pickOf(part, source, 4)
    expect(textOf(source, pick!)).toBe('推进垃圾分类')
    expect(part.topics[1]!.title).toBe('，共建家园')
  })
})

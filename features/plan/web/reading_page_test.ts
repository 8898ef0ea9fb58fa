// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The page of a correction, with a server that the test plays.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { CorrectionView } from './correction_api'
import type { DocumentView, LineView } from './plan_api'

const line = (number: number, place: LineView['place'], target: number, text: string) => ({
  line: number,
  place,
  target,
  text,
  pieces: [],
  sheet: '',
})
const document: DocumentView = {
  id: 'd',
  file_name: '计划.txt',
  size: 99,
  sha256: '',
  encoding: 'UTF-8',
  uploaded_at: 0,
  uploaded_by_name: '张文',
  version: 1,
  lines: [
    line(1, 'title', -1, '某区政协计划'),
    line(2, 'section', 0, '（一）主席会议协商议题'),
    line(3, 'topic', 0, '1.养老服务'),
    line(4, 'unplaced', -1, '— 1 —'),
  ],
  reading: {
    title: '某区政协计划',
    committee: '某区政协',
    year: 2026,
    draft: false,
    sections: [],
    topics: [],
    unplaced: [],
    warnings: [],
    characters: { source: 1, placed: 1, unplaced: 0 },
  } as unknown as DocumentView['reading'],
  topic_lines: [],
  warning_lines: [],
  unplaced_lines: [],
  state: 'kept',
  actions: [],
}
const by = { at: Date.UTC(2026, 0, 5, 1, 2), by_id: 'p2', by_name: '王小协' }

function view(changes: Partial<CorrectionView> = {}): CorrectionView {
  return {
    correction: {
      title: '某区政协计划',
      committee: '某区政协',
      year: 2026,
      sections: 1,
      topics: [
        {
          number: 1,
          kind: 'thematic',
          title: '居家养老',
          period: '',
          month: null,
          responsible: [],
          participating: [],
          line: 3,
          key: 0,
        },
      ],
      reasons: ['页码'],
      lines: [
        { runs: [{ place: 'title', target: -1, length: 6 }] },
        { runs: [{ place: 'section_text', target: 0, length: 11 }] },
        {
          runs: [
            { place: 'topic_mark', target: 0, length: 2 },
            { place: 'topic_title', target: 0, length: 4 },
          ],
        },
        { runs: [{ place: 'ignored', target: 0, length: 5 }] },
      ],
      next_key: 1,
    },
    version: 2,
    updated_at: 0,
    updated_by_name: '王小协',
    outdated: false,
    unaccounted: 0,
    plan_id: null,
    made: null,
    finished: false,
    authorship: {
      ignored: [{ line: 3, begin: 0, length: 5, ...by }],
      words: [{ topic: 0, field: 'title', words: '居家养老', document: '养老服务', ...by }],
    },
    ...changes,
  }
}

const server =
  (shown: CorrectionView) =>
  (heard: Heard): Reply => {
    if (heard.path.endsWith('/visits')) return { body: { others: [] } }
    if (heard.path.endsWith('/correction') && heard.method === 'PUT') {
      return { body: { version: 3, updated_at: 0, unaccounted: 0, authorship: shown.authorship } }
    }
    return { body: heard.path.endsWith('/correction') ? shown : document }
  }

const kept = (heard: Heard[]) =>
  heard.filter((one) => one.method === 'PUT').map((one) => JSON.parse(one.body))

let close = () => {}
afterEach(() => {
  close()
  sessionStorage.clear() // drafts
})

async function atTheDesk(shown = view()) {
  const opened = await open('/import/d', server(shown))
  let is_open = true
  close = () => {
    if (is_open) opened.screen.unmount()
    is_open = false
  }
  await vi.waitFor(() => opened.screen.get('#line-3'))
  const press = async (words: string) => {
    await opened.screen
      .findAll('.correct-tools button')
      .find((button) => button.text().startsWith(words))!
      .trigger('click')
  }
  // Leaving keeps what was changed.
  const leave = async () => {
    close()
    await opened.settled()
    return kept(opened.heard)[0]
  }
  return { ...opened, press, leave }
}

describe('the page of a correction', () => {
  it('marks the words that a person wrote until they are others', async () => {
    const { screen } = await atTheDesk()
    const own = () => screen.findAll('.topic-card .own-words').map((one) => one.text())
    expect(own()).toHaveLength(1)
    expect(own()[0]).toMatch(/自拟.*王小协 2026-01-05 09:02.*原文：养老服务/s)
    await screen.find('.topic-card textarea').setValue('养老服务')
    expect(own()).toEqual([])
    expect(screen.find('#line-3').text()).toContain('忽略：页码 · 王小协')
  })

  it('changes the number of a topic', async () => {
    const { screen, leave } = await atTheDesk()
    const number = screen.find('.topic-card input[aria-label=序号]')
    expect((number.element as HTMLInputElement).value).toBe('1')
    await number.setValue('x')
    await number.setValue('12')
    expect(screen.find('#line-2').text()).toContain('12')
    expect((await leave()).topics[0].number).toBe(12)
  })

  it('makes a line a heading that gives its kind to the topics below', async () => {
    const { screen, press, leave } = await atTheDesk()
    await screen.find('#line-1').trigger('click')
    await press('部分标题')
    const form = screen.find('form.correct-more')
    expect((form.find('select').element as HTMLSelectElement).value).toBe('chairpersons')
    await form.trigger('submit')
    expect(screen.find('#line-1').text()).toContain('部分标题')
    const sent = await leave()
    expect(sent.topics[0].kind).toBe('chairpersons')
    expect(sent.lines[1].runs.map((run: { place: string }) => run.place)).toEqual([
      'section_mark',
      'section_heading',
    ])
  })

  it('asks for no plan while a character is unaccounted for', async () => {
    const { screen, heard, press, settled } = await atTheDesk()
    const asked = () => heard.filter((one) => one.path.endsWith('/plan')).length
    await screen.find('#line-3').trigger('click')
    await press('取消归位')
    await screen.find('.correct-save').trigger('click')
    await settled()
    expect(asked()).toBe(0)
    expect(screen.find('.correct-progress').text()).toContain('还有 3 个字没有去处')
  })

  it('lets nobody change a finished one', async () => {
    const { screen } = await atTheDesk(view({ finished: true, plan_id: 'a' }))
    expect(screen.find('.note-blue').text()).toContain('校正不能再改')
    expect(screen.find('.correct-tools').exists()).toBe(false)
    expect(screen.find('.correct-save').exists()).toBe(false)
    expect(screen.find('fieldset.bare').attributes()).toHaveProperty('disabled')
  })
})

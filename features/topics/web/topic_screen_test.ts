// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { TopicStep, TopicView } from './topic_api'

const topic: TopicView = {
  id: 't1',
  plan: { id: 'p', title: '协商计划', year: 2026, state: 'draft' },
  number: 1,
  kind: 'thematic',
  title: '养老服务',
  period: '',
  month: null,
  responsible: [],
  participating: [],
  line: 0,
  can_edit: false,
  cannot_edit_because: '',
  version: 3,
  updated_at: 0,
  state: 'shortlisted',
  field: null,
  to_review: false,
  carried_from: null,
  suggestions: [],
  actions: [],
}
const step = (rest: Partial<TopicStep>): TopicStep => ({
  at: 0,
  by_name: '张文',
  action: 'edit',
  from: 'shortlisted',
  to: 'shortlisted',
  reason: '',
  version: 2,
  changes: null,
  ...rest,
})
const server =
  (view: Partial<TopicView>, items: TopicStep[] = []) =>
  (heard: Heard): Reply => {
    if (heard.path === '/api/topics/t1') return { body: { ...topic, ...view } }
    if (heard.path === '/api/topics/t1/steps') return { body: { state: topic.state, items } }
    return { body: { unopened: 0, items: [] } }
  }

describe('the page of a topic', () => {
  it('offers what may be done, and says why the rest may not', async () => {
    const view = server({
      actions: [
        { action: 'unlist', refusal: null },
        { action: 'approve', refusal: '党委还没有审定计划。' },
      ],
    })
    const { screen } = await open('/topics/t1', view)
    expect(screen.findAll('.page-head button').map((one) => one.text())).toEqual(['移出入围名单'])
    expect(screen.get('[aria-labelledby=topic-refused] dl').text()).toBe(
      '随计划审定党委还没有审定计划。',
    )
  })

  it('names each step of its life that is refused', async () => {
    const names: Partial<Record<TopicStep['action'], string>> = {
      start_research: '启动调研',
      consult: '召开协商会议',
      close: '办结',
      postpone: '延期',
    }
    const actions = Object.keys(names) as TopicStep['action'][]
    const offers = actions.map((action) => ({ action, refusal: '不能' }))
    const { screen } = await open('/topics/t1', server({ actions: offers }))
    const told = screen.findAll('[aria-labelledby=topic-refused] dt')
    expect(told.map((one) => one.text())).toEqual(Object.values(names))
  })

  it('shows no such list where nothing is refused', async () => {
    const { screen } = await open('/topics/t1', server({}))
    expect(screen.find('[aria-labelledby=topic-refused]').exists()).toBe(false)
  })
})

describe('the history of a topic', () => {
  const history = async (...items: TopicStep[]) => {
    const { screen } = await open('/topics/t1', server({}, items))
    return screen.get('[aria-labelledby=topic-history]')
  }

  it('shows what an edit took away beside what it wrote', async () => {
    const changes = [
      { field: 'title', before: '养老', after: '养老服务' },
      { field: 'field', before: '', after: 'society' },
      { field: 'period', before: '5月', after: '' },
    ]
    const told = await history(step({ changes }))
    expect(told.text()).toContain('张文 修改')
    expect(told.findAll('del').map((one) => one.text())).toEqual(['养老', '暂不标注', '5月'])
    expect(told.findAll('ins').map((one) => one.text())).toEqual(['养老服务', '社会建设', '—'])
    expect(told.text()).toContain('议题名称')
  })

  it('tells a new title by an amendment from an edit, with its reason', async () => {
    const changes = [{ field: 'title', before: '养老', after: '养老服务' }]
    const told = await history(step({ action: 'retitle', reason: '形势变化', changes }))
    expect(told.text()).toContain('由议题调整改题')
    expect(told.get('.history-reason').text()).toBe('形势变化')
  })

  it('tells who kept it from who edited it, also where the words were erased', async () => {
    expect((await history(step({ changes: [] }))).text()).toContain('核对后沿用原文')
    const erased = await history(step({ changes: null }))
    expect(erased.text()).toContain('修改')
    expect(erased.text()).not.toContain('沿用')
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { StepView } from './plan_api'
import { actedIn, sentBack } from './plan_steps'

const review = (rest: Partial<NonNullable<StepView['review']>> = {}): StepView['review'] => ({
  stage: 'chairpersons_review',
  reviewer: 'chairperson',
  verdict: 'returned',
  round: 1,
  meeting: '二届三次主席会议',
  meeting_day: '2026-12-01',
  decided_on: '2026-12-02',
  papers: '',
  for_name: null,
  ...rest,
})
const step = (
  action: StepView['action'],
  from: StepView['from'],
  to: StepView['to'],
  rest: Partial<StepView> = {},
): StepView => ({
  at: Date.UTC(2026, 11, 2, 3),
  by_name: '周同舟',
  action,
  from,
  to,
  reason: '',
  version: 1,
  behalf: null,
  review: null,
  ...rest,
})
const submitted = step('submit', 'draft', 'three_office_review', { by_name: '王小协' })
const returned = step('send_back', 'chairpersons_review', 'draft', {
  reason: '责任单位不明，请核实。',
  review: review(),
})
const plan = {
  id: 'a',
  title: '计划',
  committee: '',
  year: 2026,
  state: 'draft',
  draft: false,
  version: 3,
  created_at: 0,
  created_by_name: '',
  updated_at: 0,
  can_edit: true,
  document: null,
  sections: [],
  ignored: [],
  own_words: [],
  topics: [],
  dropped: [],
  open_topics: [],
  unanswered: [],
  issued_on: null,
  due: null,
  actions: [],
}
const served =
  (steps: StepView[], state = 'draft') =>
  ({ path }: Heard): Reply => {
    if (path === '/api/plans/a') return { body: { ...plan, state } }
    return { body: { items: path.endsWith('/steps') ? steps : [], refusal: '不能', unopened: 0 } }
  }
const at = async (steps: StepView[], state?: string) =>
  (await open('/plans/a', served(steps, state))).screen

describe('a draft that came back', () => {
  it('says above who returned it, from where, on which day, and why', async () => {
    const note = (await at([submitted, returned])).get('[aria-labelledby=plan-sent-back]')
    expect(note.text()).toContain(
      '主席、副主席 周同舟 于 2026-12-02 从“主席会议审议”退回，理由：责任单位不明，请核实。',
    )
  })

  it('says so no more once it is submitted again', async () => {
    const again = [submitted, returned, submitted]
    expect((await at(again)).find('[aria-labelledby=plan-sent-back]').exists()).toBe(false)
    expect((await at([submitted])).find('[aria-labelledby=plan-sent-back]').exists()).toBe(false)
    const elsewhere = await at([submitted, returned], 'discarded')
    expect(elsewhere.find('[aria-labelledby=plan-sent-back]').exists()).toBe(false)
  })

  it('came back by the last of its turns', () => {
    const restored = step('restore', 'discarded', 'draft')
    expect(sentBack([submitted, returned, restored])).toBe(returned)
    expect(sentBack([restored])).toBeUndefined()
  })
})

describe('the history of a plan', () => {
  it('says of the last who agreed that he did, and what came of it', () => {
    const passed = (from: StepView['from']) => actedIn(step('pass', from, from))
    expect(passed('three_office_review')).toBe('同意（三办会商通过）')
    expect(passed('chairpersons_review')).toBe('同意（主席会议审议通过）')
    expect(actedIn(step('concur', 'three_office_review', 'three_office_review'))).toBe('同意')
  })

  it('says what the papers of a meeting are', async () => {
    const papers = review({ papers: '审议稿一号' })
    const screen = await at([step('pass', 'chairpersons_review', 'approved', { review: papers })])
    expect(screen.get('.history-review').text()).toContain('会议材料：审议稿一号')
  })
})

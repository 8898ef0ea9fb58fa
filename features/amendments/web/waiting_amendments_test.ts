// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { Schema } from '@/api/client'

type Line = Schema['AmendmentLine']
type Change = Line['waiting'][number]

const change = (rest: Partial<Change>): Change => ({
  kind: 'retitle',
  topic_id: 't1',
  title_before: '养老服务',
  title_after: '居家养老服务',
  topic: null,
  new_topic_id: null,
  reason: '',
  ...rest,
})
const line = (rest: Partial<Line>): Line => ({
  id: 'm',
  reason: '形势变化',
  state: 'waiting',
  change_count: 1,
  decision: {
    meeting: '主席会议',
    meeting_day: '2026-06-08',
    decided_on: '2026-06-08',
    effective_on: '2026-09-01',
  },
  created_at: 0,
  created_by_name: '张文',
  waiting: [change({})],
  ...rest,
})
const both = [
  line({
    id: 'later',
    reason: '年底工作',
    waiting: [change({ kind: 'drop', topic_id: 't2', title_before: '垃圾分类' })],
    decision: { ...line({}).decision!, effective_on: '2026-11-01' },
  }),
  line({}),
  line({ id: 'done', state: 'decided', waiting: [] }),
]
const topic = {
  id: 't1',
  plan: { id: 'p', title: '协商计划', year: 2026, state: 'in_force' },
  number: 1,
  kind: 'thematic',
  title: '养老服务',
  period: '',
  month: null,
  responsible: [],
  participating: [],
  field: null,
  state: 'planned',
  version: 1,
  updated_at: 0,
  can_edit: false,
  to_review: false,
  actions: [],
  source: null,
  suggestions: [],
  carried_from: null,
}
const served =
  (items: Line[]) =>
  (heard: Heard): Reply => {
    if (heard.path.endsWith('/amendments')) return { body: { items, refusal: '不能' } }
    if (heard.path.endsWith('/comparison')) {
      const head = { day: null, title: '协商计划', committee: '', year: 2026, state: 'in_force' }
      return { body: { before: head, after: head, paragraphs: [], topics: [] } }
    }
    if (heard.path.endsWith('/as-it-stood'))
      return { body: { day: '2026-06-20', state: 'in_force', topics: [], amendments: 0 } }
    if (heard.path.endsWith('/topics/t1')) return { body: topic }
    if (heard.path.endsWith('/steps')) return { body: { items: [] } }
    return { body: { unopened: 0, title: '协商计划', items: [] } }
  }

describe('what holds from a day to come', () => {
  it('is told with its day on the plan of a day, the nearest first', async () => {
    const { screen } = await open('/plans/p/as-it-stood', served(both))
    const told = screen.get('[aria-labelledby=plan-waiting]')
    expect(told.findAll('b.number').map((one) => one.text())).toEqual([
      '自2026-09-01起：',
      '自2026-11-01起：',
    ])
    expect(told.get('ins').text()).toContain('居家')
    expect(told.get('del').text()).toContain('垃圾分类')
    expect(told.findAll('a[href="/amendments/m"]')).toHaveLength(1)
    expect(told.text()).not.toContain('done')
  })

  it('is told of a topic by what becomes of that topic', async () => {
    const { screen } = await open('/topics/t1', served(both))
    const told = screen.get('[aria-labelledby=plan-waiting]')
    expect(told.text()).toContain('自2026-09-01起：')
    expect(told.text()).not.toContain('垃圾分类')
  })

  it('is told with a comparison in which the plan of today is one side', async () => {
    const at = async (address: string) =>
      (await open(address, served(both))).screen.find('[aria-labelledby=plan-waiting]').exists()
    expect(await at('/plans/p/versions?before=1&after=now')).toBe(true)
    expect(await at('/plans/p/versions?before=1&after=3')).toBe(false)
  })

  it('is not mentioned where nothing waits', async () => {
    const { screen } = await open('/plans/p/as-it-stood', served([both[2]!]))
    expect(screen.find('[aria-labelledby=plan-waiting]').exists()).toBe(false)
  })
})

describe('the page of an amendment that waits', () => {
  const amendment: Schema['AmendmentView'] = {
    id: 'm',
    plan: { id: 'p', title: '协商计划', year: 2026 },
    reason: '形势变化',
    changes: [change({})],
    decision: line({}).decision,
    state: 'waiting',
    version: 2,
    created_at: 0,
    created_by_name: '张文',
    can_edit: false,
    actions: [{ action: 'withdraw', refusal: null, behalf: null }],
    steps: [],
    hindrance: null,
  }
  const own =
    (body: Schema['AmendmentView']) =>
    (heard: Heard): Reply => ({
      body: heard.path.endsWith('/unopened') ? { unopened: 0 } : body,
    })

  it('says from when it holds, and is withdrawn with the reason alone', async () => {
    const { screen, heard, settled } = await open('/amendments/m/steps/withdraw', own(amendment))
    await screen.get('main form').trigger('submit')
    await settled()
    expect(heard.filter((one) => one.method === 'POST')).toHaveLength(0)
    await screen.get('main textarea').setValue('改期')
    await screen.get('main form').trigger('submit')
    await settled()
    expect(JSON.parse(heard.find((one) => one.method === 'POST')!.body)).toMatchObject({
      action: 'withdraw',
      reason: '改期',
      decision: null,
    })
    await expect.poll(() => screen.get('main').text()).toContain('自2026-09-01起自动生效')
  })

  it('says what is done where it is not agreed, and whose step the office cannot take', async () => {
    const refusal = '该机构有可以登录的账号，由其自行办理，不能代录。'
    const { screen } = await open(
      '/amendments/m',
      own({
        ...amendment,
        state: 'draft',
        actions: [{ action: 'decide', refusal, behalf: null }],
      }),
    )
    expect(screen.get('main').text()).toContain('会议不同意的')
    expect(screen.get('[aria-labelledby=amendment-history] .next-list').text()).toContain(
      `记录决定（主席、副主席） ${refusal}`,
    )
    const waits = await open('/amendments/m', own(amendment))
    expect(waits.screen.get('main').text()).not.toContain('会议不同意的')
  })

  it('leads to both topics where one stands in the place of the other', async () => {
    const both = change({ kind: 'replace', title_after: '托育', new_topic_id: 't2' })
    const { screen } = await open('/amendments/m', own({ ...amendment, changes: [both] }))
    const card = screen.get('[aria-labelledby=amendment-changes]')
    expect(card.findAll('a').map((one) => one.attributes('href'))).toEqual([
      '/topics/t1',
      '/topics/t2',
    ])
    expect(card.get('b').text()).toBe('替换：')
  })

  it('says what hinders it on its day', async () => {
    const { screen } = await open(
      '/amendments/m',
      own({ ...amendment, hindrance: '有议题已经往前推进。' }),
    )
    expect(screen.get('main .note-red').text()).toBe('有议题已经往前推进。')
    expect(screen.get('main').text()).not.toContain('自动生效')
  })
})

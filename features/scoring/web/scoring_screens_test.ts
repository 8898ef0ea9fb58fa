// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { open, type Heard, type Reply } from '@/test_mount'
import { useSession } from '../../members/web/session'
import type { BallotItem, BallotView, NamedSheet, ScoringRoundView } from './scoring_api'

const item = (id: string, rest: Partial<BallotItem> = {}): BallotItem => ({
  suggestion_id: id,
  title: `题目${id}`,
  problem: '问题',
  reason: '理由',
  kind: null,
  field: null,
  departments: [],
  serves: '',
  scores: [],
  scored_at: null,
  comments: [],
  cannot_score_because: null,
  ...rest,
})
const ballot = (items: BallotItem[], because: string | null = null): BallotView => ({
  id: 'r1',
  title: '第一轮评分',
  call_title: '征集',
  state: 'open',
  closes_on: '2026-11-30',
  criteria: [
    { name: '小切口', weight: 3, most: 5 },
    { name: '可行', weight: 1, most: 3 },
  ],
  mine: { asked: items.length, done: 0, cannot_score_because: because },
  items,
})
const round = (rest: Partial<ScoringRoundView> = {}): ScoringRoundView => ({
  id: 'r1',
  call_id: 'c1',
  call_title: '征集',
  title: '第一轮评分',
  criteria: [{ name: '小切口', weight: 3, most: 5 }],
  closes_on: '2026-11-30',
  divided_from: 30,
  state: 'open',
  suggestions: 2,
  reviewer_count: 2,
  reviewers: [
    { id: 'a', name: '王芳', roles: ['member'], asked: 2, done: 1, is_ended: false },
    { id: 'b', name: '李强', roles: ['expert'], asked: 2, done: 2, is_ended: true },
  ],
  steps: [],
  actions: [
    { action: 'extend', refusal: null },
    { action: 'close', refusal: '只有办公室可以。' },
  ],
  mine: null,
  has_results: false,
  version: 3,
  updated_at: 0,
  ...rest,
})
const quiet = (path: string): Reply | undefined =>
  path === '/api/behalf/own/unopened' ? { body: { unopened: 0 } } : undefined

describe('a ballot', () => {
  beforeEach(() => sessionStorage.clear())
  const scored = (heard: Heard[]) =>
    heard
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (JSON.parse(body) as { scores: number[] }).scores)

  it('keeps a sheet by itself as soon as each criterion has its score, and again when one changes', async () => {
    let now = ballot([item('s1'), item('s2')])
    const { screen, heard, settled } = await open(
      '/scoring/r1/ballot',
      ({ method, path, body }) => {
        if (method !== 'POST') return quiet(path) ?? { body: now }
        const { scores } = JSON.parse(body) as { scores: number[] }
        now = ballot([item('s1', { scores }), item('s2')])
        return { status: 201, body: { suggestion_id: 's1', scores, at: 0, version: 1 } }
      },
      'reader',
    )
    const [first, second] = screen.findAll('.scoring-criterion')
    await first!.findAll('input')[3]!.setValue()
    await settled()
    expect(scored(heard)).toEqual([])
    expect(screen.find('.scoring-state').text()).toContain('还有 1 项')
    await second!.findAll('input')[2]!.setValue()
    await settled()
    expect(scored(heard)).toEqual([[4, 3]])
    expect(screen.find('.scoring-state').text()).toBe('已保存')
    await first!.findAll('input')[0]!.setValue()
    await settled()
    expect(scored(heard)).toEqual([
      [4, 3],
      [1, 3],
    ])
    expect(screen.find('.scoring-title').text()).toBe('题目s1')
  })

  it('begins with the first that is left and says why one is not asked for', async () => {
    const { screen, router, settled } = await open(
      '/scoring/r1/ballot',
      ({ path }) =>
        quiet(path) ?? {
          body: {
            ...ballot([
              item('s1', { cannot_score_because: '请您回避。' }),
              item('s2', { scores: [4, 2] }),
              item('s3'),
            ]),
            mine: { asked: 2, done: 1, cannot_score_because: null },
          },
        },
      'reader',
    )
    expect(screen.find('.scoring-title').text()).toBe('题目s3')
    expect(screen.text()).toContain('您已评 1 条，应评 2 条')
    expect(screen.text()).toContain('第 3 条，共 3 条，其中 1 条不用您评')
    await router.push('/scoring/r1/ballot?at=1')
    await settled()
    expect(screen.text()).toContain('请您回避。')
    expect(screen.findAll('fieldset[disabled]')).toHaveLength(2)
  })

  it('says that a score was not kept and keeps it for another try', async () => {
    const { screen, settled } = await open(
      '/scoring/r1/ballot',
      ({ method, path }) =>
        quiet(path) ??
        (method === 'POST'
          ? { status: 409, body: { code: 'scoring.window_over', title: '评分已经截止' } }
          : { body: ballot([item('s1')]) }),
      'reader',
    )
    for (const criterion of screen.findAll('.scoring-criterion'))
      await criterion.findAll('input')[1]!.setValue()
    await settled()
    expect(screen.text()).toContain('评分已经截止')
    expect(screen.find('.scoring-state').text()).toBe('还没有保存')
    expect(screen.findAll('.scoring-point input:checked')).toHaveLength(2)
  })
})

describe('the names behind the scores', () => {
  const sheet = (rest: Partial<NamedSheet>): NamedSheet => ({
    suggestion_id: '0190-suggestion',
    title: null,
    reviewer_name: '周教授',
    scores: [4, 3],
    points: 8250,
    version: 1,
    is_last: true,
    is_ended: false,
    at: 0,
    ...rest,
  })
  const names = (items: NamedSheet[]) => () => ({ body: { criteria: ['小切口', '可行'], items } })

  it('are read by the auditor without a title, and his way back is the record', async () => {
    const seen = names([sheet({}), sheet({ version: 2, scores: [5, 3], at: 1, is_last: false })])
    const { screen } = await open('/scoring/r1/names', seen, 'auditor')
    expect(screen.text()).toContain('打分依次为：小切口、可行')
    const rows = screen.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('0190-suggestion')
    expect(rows[0]).toContain('周教授')
    expect(rows[0]).toContain('4 · 3')
    expect(rows[1]).toContain('已重评')
    expect(screen.find('.crumbs a').attributes('href')).toBe('/audit?object=r1')
  })

  it('say so where nobody scored', async () => {
    const { screen } = await open('/scoring/r1/names', names([]), 'auditor')
    expect(screen.find('.empty-state').text()).toContain('没有人评过分')
    expect(screen.find('table').exists()).toBe(false)
  })

  it('are offered with a closed round to the secretary-general alone', async () => {
    const closed = round({ state: 'closed', has_results: true, actions: [] })
    const { screen } = await open('/scoring/r1', ({ path }) => quiet(path) ?? { body: closed })
    expect(screen.find('.page-actions').text()).toBe('评分结果')
    useSession().begin({
      id: 'p2',
      name: '秘书长',
      login: 'general',
      roles: ['secretary_general'],
      attention: null,
    })
    await nextTick()
    expect(screen.find('.page-actions').text()).toContain('谁给了多少分')
  })
})

describe('a remark of a reviewer', () => {
  beforeEach(() => sessionStorage.clear())

  it('is asked for in words, and the next one outlives a reload as the first did', async () => {
    const reply = ({ method, path }: Heard): Reply =>
      quiet(path) ??
      (method === 'POST' ? { status: 201, body: {} } : { body: ballot([item('s1')]) })
    const first = await open('/scoring/r1/ballot', reply, 'reader')
    const comments = () => first.screen.find('[aria-labelledby=own-comments]')
    await comments().find('form').trigger('submit')
    expect(comments().find('.field-error').text()).toBe('请写意见。')
    await comments().find('textarea').setValue('先做调研')
    await comments().find('form').trigger('submit')
    await first.settled()
    expect(comments().find('textarea').element.value).toBe('')
    expect(comments().find('.field-error').exists()).toBe(false)
    await comments().find('textarea').setValue('费用谁来出')
    first.screen.unmount()
    const { screen } = await open('/scoring/r1/ballot', reply, 'reader')
    const again = screen.find('[aria-labelledby=own-comments] textarea')
    expect((again.element as HTMLTextAreaElement).value).toBe('费用谁来出')
  })
})

describe('a round', () => {
  it('shows the office how far each is, what it may do and why not the rest', async () => {
    const { screen } = await open('/scoring/r1', ({ path }) => quiet(path) ?? { body: round() })
    const rows = screen.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('1 / 2')
    expect(rows[1]).toContain('身份已结束')
    expect(screen.text()).toContain('评分结束前，这里只有进度')
    expect(screen.find('.page-actions').text()).toBe('延长')
    expect(screen.text()).toContain('只有办公室可以。')
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const agree = { action: 'concur', refusal: null, behalf: null, reviewer: 'office' }
const plans: Record<string, unknown> = {
  mine: { id: 'mine', title: '甲计划', due: { day: '2026-12-20' }, actions: [agree] },
  done: { id: 'done', title: '乙计划', due: null, actions: [{ ...agree, refusal: '已同意' }] },
  others: { id: 'others', title: '丙计划', due: null, actions: [{ ...agree, behalf: 'office' }] },
}
const round = (id: string, rest: object) => ({
  id,
  title: `${id}评分`,
  closes_on: '2026-12-10',
  state: 'open',
  mine: { asked: 3, done: 1, cannot_score_because: null },
  ...rest,
})
const rounds = [
  round('甲', {}),
  round('乙', { mine: null }),
  round('丙', { mine: { asked: 3, done: 3, cannot_score_because: null } }),
  round('丁', { mine: { asked: 3, done: 1, cannot_score_because: '已结束' } }),
]
const request = (id: string, rest: object) => ({
  id,
  plan_title: `${id}草稿`,
  closes_on: '2026-12-15',
  phase: 'running',
  is_mine: true,
  has_replied: false,
  ...rest,
})
const requests = [
  request('甲', {}),
  request('乙', { is_mine: false }),
  request('丙', { has_replied: true }),
  request('丁', { phase: 'over' }),
]
const served = ({ path, query }: Heard): Reply => {
  const plan = plans[path.replace('/api/plans/', '')]
  if (plan) return { body: plan }
  if (path === '/api/scoring-rounds') return { body: { items: rounds } }
  if (path === '/api/opinion-requests') return { body: { items: requests } }
  if (path === '/api/plans/years') return { body: { years: [] } }
  const reviewed = query.get('state') === 'three_office_review'
  const items = reviewed ? Object.keys(plans).map((id) => ({ id })) : []
  return { body: { items, next: null, unopened: 0 } }
}

describe('what waits for somebody', () => {
  it('stands above the plans, each with the way there and its last day', async () => {
    const { screen } = await open('/plans', served)
    const lines = screen.findAll('[aria-labelledby=plans-waiting] li')
    expect(lines.map((one) => [one.text(), one.get('a').attributes('href')])).toEqual([
      [expect.stringMatching(/请审议：.*甲计划.*2026-12-20 截止/), '/plans/mine'],
      [expect.stringMatching(/请评分：.*甲评分.*1.*3.*2026-12-10 截止/), '/scoring/甲/ballot'],
      [expect.stringMatching(/请提意见：.*甲草稿.*2026-12-15 截止/), '/opinion-requests/甲'],
    ])
    expect(screen.get('#plans-waiting').text()).toBe('等您办理 3')
  })

  it('asks of no plans whether somebody reviews them who reviews none', async () => {
    const { heard } = await open('/plans', served, 'reader')
    expect(heard.some(({ query }) => query.get('state') !== null)).toBe(false)
  })

  it('is not mentioned where nothing does', async () => {
    const { screen } = await open('/plans', (heard) =>
      heard.path === '/api/plans/years'
        ? { body: { years: [] } }
        : { body: { items: [], next: null, unopened: 0 } },
    )
    expect(screen.find('[aria-labelledby=plans-waiting]').exists()).toBe(false)
  })
})

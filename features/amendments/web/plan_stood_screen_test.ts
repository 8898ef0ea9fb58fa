// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { today } from '../../people/web/days'
import type { Replacement, StoodPlan } from './amendment_api'

const topic = (
  id: string,
  title: string,
  rest: Partial<StoodPlan['topics'][number]> = {},
): StoodPlan['topics'][number] => ({
  id,
  number: 1,
  kind: 'thematic',
  title,
  period: '',
  responsible: [],
  state: 'planned',
  ...rest,
})
const replaced: Replacement[] = [
  { amendment_id: 'm', topic_id: 'a', title: '养老服务', by_id: 'b', by_title: '托育服务' },
]
const not_come = '这一天还没有到。'
const refused: Reply = {
  status: 422,
  body: {
    code: 'amendment.day_to_come',
    title: not_come,
    errors: [{ pointer: '/day', code: 'amendment.day_to_come', detail: not_come }],
  },
}
const waiting = {
  id: 'w',
  reason: '推迟',
  state: 'waiting',
  change_count: 1,
  decision: { meeting: '', meeting_day: '', decided_on: '', effective_on: '2999-03-01' },
  created_at: 0,
  created_by_name: '',
  waiting: [
    {
      kind: 'postpone',
      topic_id: 'a',
      title_before: '养老服务',
      title_after: '养老服务',
      topic: null,
      new_topic_id: null,
      reason: '',
    },
  ],
}

// On the day before, the one topic; since then the other in its place.
const served = (heard: Heard): Reply => {
  if (heard.path.endsWith('/amendments'))
    return { body: { items: [waiting], refusal: '不能', replaced } }
  if (!heard.path.endsWith('/as-it-stood')) return { body: { unopened: 0, title: '协商计划' } }
  const day = heard.query.get('day')!
  if (day > today()) return refused
  const topics = [
    topic('a', '养老服务', { period: '5月', responsible: ['区民政局', '区财政局'] }),
    ...(day === today() ? [topic('b', '托育服务', { number: 2 })] : []),
  ]
  return {
    body: { day, state: 'issued', amendments: 0, topics: day < '2000-01-01' ? [] : topics },
  }
}
const at = async (day: string) => {
  const { screen, settled } = await open('/plans/p/as-it-stood', served)
  const field = screen.get('input[type=date]')
  await field.setValue(day)
  await field.trigger('change')
  await settled()
  return screen
}

describe('the plan on a day', () => {
  it('shows who is responsible and when, as the page of the plan does', async () => {
    const screen = await at(today())
    const row = screen.get('.topic-row')
    expect(row.text()).toContain('责任单位 区民政局、区财政局')
    expect(row.get('.topic-period').text()).toBe('5月')
    expect(row.get('.topic-number').text()).toBe('1')
  })

  it('says at the field, once and without its address, that a day has not come', async () => {
    const screen = await at('2999-01-01')
    expect(screen.get('.field-error').text()).toBe(not_come)
    expect(screen.get('main').text().split(not_come)).toHaveLength(2)
    expect(screen.get('main').text()).not.toContain('/day')
    expect(screen.find('.topic-row').exists()).toBe(false)
  })

  it('tells what is to come with the plan of today alone', async () => {
    expect((await at(today())).find('[aria-labelledby=plan-waiting]').exists()).toBe(true)
    expect((await at('2020-01-01')).find('[aria-labelledby=plan-waiting]').exists()).toBe(false)
  })

  it('says so where no topic stood on that day', async () => {
    expect((await at('1999-01-01')).get('main').text()).toContain('当日没有议题。')
    expect((await at('2020-01-01')).get('main').text()).not.toContain('当日没有议题。')
  })

  it('says what a topic was replaced by, where both stand there', async () => {
    const rows = (await at(today())).findAll('.topic-row')
    expect(rows.map((row) => row.text())).toEqual([
      expect.stringContaining('由“托育服务”替换'),
      expect.stringContaining('替换“养老服务”'),
    ])
    expect((await at('2020-01-01')).get('.topic-row').text()).not.toContain('替换')
  })
})

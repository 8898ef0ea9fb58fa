// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open } from '@/test_mount'
import { offer, plan, server, topic } from './plan_fixture'

describe('the close of a year', () => {
  it('names the topics over which the year is not closed', async () => {
    const open_topic = { ...topic('t1', 1, 'thematic', '养老服务'), state: 'planned' as const }
    const view = plan({
      state: 'in_force',
      can_edit: false,
      open_topics: [open_topic],
      unanswered: [{ id: 's1', title: '加装电梯', state: 'suggested' }],
      actions: [{ ...offer('close', null), refusal: '还有议题' }],
    })
    const { screen } = await open('/plans/a/steps/close', server(view))
    expect(screen.find('[role=status]').text()).toBe('还有议题')
    expect(screen.find('[aria-labelledby=plan-open] a').attributes('href')).toBe('/topics/t1')
    expect(screen.find('[aria-labelledby=plan-unanswered] li').text()).toBe('加装电梯待审查')
    expect(screen.find('[aria-labelledby=plan-unanswered] a').attributes('href')).toBe(
      '/suggestions/s1',
    )
  })

  it('names the postponed topics to who closes the year over them', async () => {
    const put_off = { ...topic('t3', 2, 'thematic', '垃圾分类'), state: 'postponed' as const }
    const over = { ...topic('t1', 1, 'thematic', '养老服务'), state: 'closed' as const }
    const view = plan({
      state: 'in_force',
      can_edit: false,
      topics: [over, put_off],
      actions: [offer('close', null)],
    })
    const { screen } = await open('/plans/a/steps/close', server(view))
    const named = screen.get('[aria-labelledby=plan-postponed]')
    expect(named.findAll('a').map((one) => one.attributes('href'))).toEqual([
      '/topics/t3',
      '/plans/a/next-year',
    ])
    expect(screen.find('main form').exists()).toBe(true) // and may be closed
    const none = await open('/plans/a/steps/close', server({ ...view, topics: [over] }))
    expect(none.screen.find('[aria-labelledby=plan-postponed]').exists()).toBe(false)
  })
})

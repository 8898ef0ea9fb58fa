// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open } from '@/test_mount'
import { offer, plan, server, topic } from './plan_fixture'

describe('a plan and what stands around it', () => {
  it('counts no topic that was replaced, and says by which and that a time no longer holds', async () => {
    const replaced = { ...topic('t2', 1, 'plenary', '营商环境'), state: 'replaced' as const }
    const late = { ...topic('t3', 2, 'thematic', '垃圾分类'), state: 'postponed' as const }
    const topics = [topic('t1', 1, 'thematic', '养老'), replaced, { ...late, period: '5月' }]
    const view = plan({ state: 'in_force', can_edit: false, topics })
    const pair = {
      amendment_id: 'm',
      topic_id: 't2',
      title: '营商环境',
      by_id: 't1',
      by_title: '养老',
    }
    const { screen } = await open('/plans/a', (heard) =>
      heard.path.endsWith('/amendments')
        ? { body: { items: [], refusal: '不能', replaced: [pair] } }
        : server(view)(heard),
    )
    expect(screen.get('#plan-topics').text()).toBe('议题 2')
    expect(screen.findAll('.kind-head').map((head) => head.text())).toEqual([
      '全体会议协商 0',
      '专题协商 2',
    ])
    const rows = screen.findAll('.topic-row').map((row) => row.text())
    expect(rows[0]).toContain('由“养老”替换')
    expect(rows[1]).toContain('替换“营商环境”')
    expect(rows[2]).toContain('原定 5月，已延期')
  })

  it('offers what leads onward before what leads back', async () => {
    const view = plan({ actions: [offer('discard', null), offer('submit', null)] })
    const { screen } = await open('/plans/a', server(view))
    const next = screen.findAll('[aria-labelledby=plan-next] a').map((one) => one.text())
    expect(next).toEqual(['提交审议', '作废'])
  })

  it('says how many opinions were taken before the draft is submitted', async () => {
    const answers = [{ verdict: 'adopted', reason: '', wording: '', by_name: '', at: 0 }]
    const part = { key: 't:1', kind: 'topic', heading: '1', text: '养老', form: 'thematic' }
    const request = {
      id: 'q',
      sent_on: '2026-10-01',
      text: [{ ...part, now: '养老' }],
      opinions: [
        { part: 't:1', answers },
        { part: '', answers },
        { part: 't:1', answers: [{ ...answers[0], verdict: 'explained' }] },
      ],
    }
    const view = plan({ actions: [offer('submit', null)] })
    const { screen } = await open('/plans/a/steps/submit', (heard) => {
      if (heard.path === '/api/opinion-requests') return { body: { items: [{ id: 'q' }] } }
      return heard.path === '/api/opinion-requests/q' ? { body: request } : server(view)(heard)
    })
    const note = screen.get('[aria-labelledby=opinions-taken]')
    expect(note.text()).toContain('采纳（含部分采纳）2 条意见')
    expect(note.text()).toContain('其中 1 条所针对的文字至今没有改动')
    expect(note.get('a').attributes('href')).toBe('/opinion-requests/q')
    expect(screen.find('form').exists()).toBe(true)
  })

  it('asks again whether opinions may be asked for, once a step was taken', async () => {
    const view = plan({ actions: [offer('submit', null)] })
    const { screen, heard, settled } = await open('/plans/a', server(view))
    const asked = () => heard.filter(({ path }) => path === '/api/opinion-requests').length
    await screen.get('[aria-labelledby=plan-next] a').trigger('click')
    await settled()
    const before = asked()
    await screen.get('main form').trigger('submit')
    await settled()
    // What is shown on the step's own page, then what the plan's page opens with.
    await expect.poll(asked).toBe(before + 2)
  })
})

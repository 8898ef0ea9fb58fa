// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Reply } from '@/test_mount'
import type { PlanView } from './plan_api'
import { offer, plan, server, topic } from './plan_fixture'

describe('the page of a plan', () => {
  it('groups topics by kind, in the order of the kinds, with their counts', async () => {
    const { screen } = await open('/plans/a', server(plan()))
    expect(screen.findAll('.kind-head').map((head) => head.text())).toEqual([
      '全体会议协商 1',
      '专题协商 2',
    ])
    expect(screen.findAll('.topic-title').map((title) => title.text())).toEqual([
      '营商环境',
      '养老服务',
      '垃圾分类',
    ])
  })

  it('shows what was taken off the short list apart, and adds where the plan may be edited', async () => {
    const view = plan({ dropped: [topic('t9', 9, 'thematic', '停车难')] })
    const { screen } = await open('/plans/a', server(view))
    expect(screen.find('[aria-labelledby=topics-dropped]').text()).toContain('停车难')
    expect(screen.find('a[href="/plans/a/topics/new"]').exists()).toBe(true)
    const closed = await open('/plans/a', server({ ...view, can_edit: false }))
    expect(closed.screen.find('a[href="/plans/a/topics/new"]').exists()).toBe(false)
  })

  it('calls forms as the district does', async () => {
    const items = [{ id: 'thematic', name: '专题议政', name_en: '' }]
    const named = [{ key: 'topic_kinds', value: { text: '', items } }]
    const { screen } = await open('/plans/a', server(plan()), 'office', named)
    expect(screen.findAll('.kind-head').map((head) => head.text())).toEqual([
      '全体会议协商 1',
      '专题议政 2',
    ])
    await open('/plans/a', server(plan())) // the next one's server names none
  })

  it('says by when it is due, and on which day it was issued', async () => {
    const due = { stage: 'chairpersons_review' as const, day: '2026-01-31' }
    const facts = async (view: PlanView) =>
      (await open('/plans/a', server(view))).screen.find('[aria-labelledby=plan-facts]').text()
    const reviewed = await facts(plan({ state: 'chairpersons_review', due }))
    expect(reviewed).toContain('主席会议审议期限2026-01-31')
    expect(reviewed).not.toContain('印发日期')
    expect(await facts(plan({ state: 'issued', issued_on: '2026-03-20' }))).toContain(
      '印发日期2026-03-20',
    )
  })

  it('is issued on the day that its document bears', async () => {
    const view = plan({
      state: 'approved',
      can_edit: false,
      actions: [offer('issue', null)],
    })
    const { screen, heard, settled } = await open('/plans/a/steps/issue', server(view))
    await screen.find('input[type=date]').setValue('2026-03-20')
    await screen.find('main form').trigger('submit')
    await settled()
    const sent = heard.find((one) => one.method === 'POST' && one.path === '/api/plans/a/steps')!
    expect(JSON.parse(sent.body)).toMatchObject({ action: 'issue', issued_on: '2026-03-20' })
  })

  it('offers each what is his to do, and says why the rest is not', async () => {
    const view = plan({
      state: 'three_office_review',
      can_edit: false,
      actions: [
        offer('concur', 'office'),
        { ...offer('concur', 'party_office'), behalf: 'party_office' },
        { ...offer('concur', 'government_office'), refusal: '这个单位有自己的账号。' },
      ],
    })
    const { screen } = await open('/plans/a', server(view))
    expect(screen.findAll('.page-head button').map((one) => one.text())).toEqual(['办公室同意'])
    const next = screen.find('[aria-labelledby=plan-next]')
    expect(next.findAll('a').map((one) => one.attributes('href'))).toEqual([
      '/plans/a/steps/agree?as=office',
      '/plans/a/steps/agree?as=party_office',
    ])
    expect(next.text()).toContain('政府办同意 这个单位有自己的账号。')
  })

  it('tells who ignored words and who wrote their own, each with the time', async () => {
    const at = Date.UTC(2026, 0, 5, 1, 2)
    const view = plan({
      created_by_name: '张文',
      ignored: [
        { line: 7, sheet: '', text: '— 3 —', reason: '页码', at, by_id: 'p2', by_name: '王小协' },
        { line: 8, sheet: '', text: '旧', reason: '落款', at: null, by_id: null, by_name: null },
      ],
      own_words: [
        {
          topic: 1,
          field: 'title',
          words: '营商环境',
          document: '优化营商环境',
          at,
          by_id: 'p3',
          by_name: '赵小议',
        },
        { topic: -1, field: 'year', words: '', document: '2025', at, by_id: 'p2', by_name: '王' },
      ],
    })
    const { screen } = await open('/plans/a', server(view))
    const ignored = screen.findAll('[aria-labelledby=plan-ignored] li').map((one) => one.text())
    expect(ignored[0]).toContain('页码')
    expect(ignored[0]).toContain('王小协 2026-01-05 09:02')
    expect(ignored[1]).not.toContain('·  ')
    expect(ignored[1]).not.toContain('张文')
    const own = screen.findAll('[aria-labelledby=plan-own-words] li').map((one) => one.text())
    expect(own[0]).toContain('第 2 号议题')
    expect(own[0]).toMatch(/营商环境.*自拟.*赵小议 2026-01-05 09:02.*原文：优化营商环境/s)
    expect(own[1]).toMatch(/年份.*删去.*原文：2025/s)
    const titles = screen.findAll('.topic-row').map((row) => row.text())
    expect(titles.filter((text) => text.includes('自拟'))).toHaveLength(1)
    expect(titles[0]).toMatch(/营商环境\s*自拟/)
  })

  it('draws the actions that the server offers and no others', async () => {
    const office = await open('/plans/a', server(plan()))
    expect(office.screen.findAll('.page-actions button').map((button) => button.text())).toEqual([
      '作废',
      '修改',
    ])
    office.screen.unmount()
    const reader = await open(
      '/plans/a',
      server(
        plan({
          can_edit: false,
          actions: [{ ...offer('discard', null), refusal: '只有办公室可以' }],
        }),
      ),
      'reader',
    )
    expect(reader.screen.findAll('.page-actions button')).toHaveLength(0)
    expect(reader.screen.find('.top-nav').text()).not.toContain('导入')
  })

  it('keeps the words of a stale edit and shows what changed', async () => {
    let stored = plan()
    let stale = true
    const { screen, heard, settled } = await open('/plans/a/edit', (request) => {
      if (request.method !== 'PATCH') return server(stored)(request)
      if (!stale) return { body: stored }
      stale = false
      stored = plan({ version: 4, title: '别人的名称' })
      return {
        status: 412,
        body: { status: 412, code: 'plan.stale', title: '', detail: '已被别人改过' },
      }
    })
    await screen.findAll('input')[0]!.setValue('我的名称')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.note-amber').text()).toContain('别人的名称')
    expect(screen.findAll('input')[0]!.element.value).toBe('我的名称')
    await screen.find('.note-amber button').trigger('click')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.filter((request) => request.method === 'PATCH')
    expect(sent.map((request) => request.headers.get('If-Match'))).toEqual(['"v3"', '"v4"'])
    expect(sent.map((request) => request.body)).toEqual([
      '{"title":"我的名称"}',
      '{"title":"我的名称"}',
    ])
  })

  it('retries an unanswered save under the same key and puts field errors at their fields', async () => {
    const replies: Reply[] = [
      'no answer',
      {
        status: 422,
        body: {
          status: 422,
          code: 'request.invalid',
          title: '',
          detail: '有的内容不符合要求',
          errors: [{ pointer: '/title', code: 'field.too_long', detail: '最多 200 个字' }],
        },
      },
    ]
    const { screen, heard, settled } = await open(
      '/plans/a/edit',
      server(plan(), () => replies.shift()!),
    )
    await screen.findAll('input')[0]!.setValue('新的名称')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.note-red').text()).toContain('没有收到服务器的答复')
    await screen.find('.note-red button').trigger('click')
    await settled()
    const keys = heard
      .filter((request) => request.method === 'PATCH')
      .map((request) => request.headers.get('Idempotency-Key'))
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
    expect(screen.find('.field-error').text()).toBe('最多 200 个字')
    expect(screen.findAll('input')[0]!.attributes('aria-invalid')).toBe('true')
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { AmendmentView } from './amendment_api'

const nothing = { topic: null, new_topic_id: null, reason: '' }
const amendment: AmendmentView = {
  id: 'm',
  plan: { id: 'p', title: '协商计划', year: 2026 },
  reason: '形势变化',
  changes: [
    {
      ...nothing,
      kind: 'replace',
      topic_id: 't1',
      title_before: '养老服务',
      title_after: '防汛排涝',
      topic: {
        kind: 'thematic',
        title: '防汛排涝',
        period: '汛期前',
        month: 6,
        responsible: ['区水利局', '区应急局'],
        participating: ['区气象局'],
        field: 'ecology',
      },
      reason: '汛期将至',
    },
    {
      ...nothing,
      kind: 'retitle',
      topic_id: 't2',
      title_before: '垃圾分类',
      title_after: '垃圾分类投放',
    },
  ],
  decision: null,
  state: 'draft',
  version: 4,
  created_at: 0,
  created_by_name: '张文',
  can_edit: true,
  actions: [{ action: 'discard', refusal: null, behalf: null }],
  steps: [],
  hindrance: null,
}
const topics = ['养老服务', '垃圾分类'].map((title, at) => ({
  id: `t${at + 1}`,
  title,
  state: 'planned',
}))
const others: AmendmentView = { ...amendment, reason: '上级部署', version: 5 }

// The first to save is refused where `stale` is served after that.
function server(view: AmendmentView, stale?: AmendmentView) {
  let saved = false
  return (heard: Heard): Reply => {
    if (heard.path === '/api/plans/p') return { body: { title: '协商计划', topics } }
    if (heard.path.endsWith('/unopened')) return { body: { unopened: 0 } }
    if (heard.method === 'PUT') {
      const refused = stale && !saved
      saved = true
      return refused
        ? { status: 412, body: { code: 'amendment.stale', errors: [] } }
        : { body: view }
    }
    return { body: saved && stale ? stale : view }
  }
}
const words = (heard: Heard[]) => heard.filter((one) => one.method === 'PUT')

describe('an amendment that nobody has decided on', () => {
  it('leads to where it is edited, for who may', async () => {
    const edit = (screen: Awaited<ReturnType<typeof open>>['screen']) =>
      screen.findAll('main button').find((one) => one.text() === '修改')
    const { screen, router } = await open('/amendments/m', server(amendment))
    await edit(screen)!.trigger('click')
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/amendments/m/edit')
    const decided = await open('/amendments/m', server({ ...amendment, can_edit: false }))
    expect(edit(decided.screen)).toBeUndefined()
  })

  it('is said otherwise, and keeps what the form has no fields for', async () => {
    const { screen, heard, router, settled } = await open('/amendments/m/edit', server(amendment))
    const [first, second] = screen.findAll('fieldset.change-fields')
    expect(first!.findAll('input').map((one) => one.element.value)).toEqual([
      '防汛排涝',
      '汛期前',
      '区水利局、区应急局',
    ])
    expect(second!.find('input').element.value).toBe('垃圾分类投放')
    await first!.find('input').setValue('城市防汛排涝')
    await screen.get('main form').trigger('submit')
    await settled()
    const [sent] = words(heard)
    expect(sent!.headers.get('If-Match')).toBe('"v4"')
    const { reason, changes } = JSON.parse(sent!.body)
    expect(reason).toBe('形势变化')
    expect(changes).toEqual([
      {
        kind: 'replace',
        topic_id: 't1',
        title: null,
        topic: { ...amendment.changes[0]!.topic, title: '城市防汛排涝' },
        reason: '汛期将至',
      },
      { kind: 'retitle', topic_id: 't2', title: '垃圾分类投放', topic: null, reason: null },
    ])
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/amendments/m')
  })

  it('names no month any more where its time is said otherwise', async () => {
    const { screen, heard, settled } = await open('/amendments/m/edit', server(amendment))
    await screen.findAll('fieldset.change-fields input')[1]!.setValue('9月')
    await screen.get('main form').trigger('submit')
    await settled()
    expect(JSON.parse(words(heard)[0]!.body).changes[0].topic).toMatchObject({ month: 9 })
  })

  it('is not sent while something is missing', async () => {
    const { screen, heard, settled } = await open('/amendments/m/edit', server(amendment))
    await screen.get('main textarea').setValue(' ')
    await screen.get('main form').trigger('submit')
    await settled()
    expect(screen.get('.field-error').text()).toBe('请写明理由。')
    expect(words(heard)).toHaveLength(0)
  })

  it('shows what somebody else changed meanwhile, and saves upon that', async () => {
    const { screen, heard, settled } = await open('/amendments/m/edit', server(amendment, others))
    await screen.findAll('fieldset.change-fields input')[0]!.setValue('城市防汛排涝')
    await screen.get('main form').trigger('submit')
    await settled()
    const told = screen.get('main [role=alert]')
    expect(told.text()).toContain('上级部署')
    await told.get('button').trigger('click')
    await settled()
    await screen.get('main form').trigger('submit')
    await settled()
    const again = words(heard)[1]!
    expect(again.headers.get('If-Match')).toBe('"v5"')
    expect(JSON.parse(again.body)).toMatchObject({
      reason: '上级部署', // untouched here
      changes: [{ topic: { title: '城市防汛排涝' } }, {}],
    })
  })

  it('shows changes that differ as words', async () => {
    const changes = [{ ...amendment.changes[1]!, title_after: '垃圾分类收运' }]
    const theirs = { ...amendment, changes, version: 5 }
    const { screen, settled } = await open('/amendments/m/edit', server(amendment, theirs))
    await screen.get('main textarea').setValue('另有安排')
    await screen.get('main form').trigger('submit')
    await settled()
    const told = screen.get('main [role=alert]').text()
    expect(told).toContain('替换 养老服务 → 防汛排涝')
    expect(told).toContain('改题 垃圾分类 → 垃圾分类收运')
  })

  it('is not edited once it is decided on', async () => {
    const decided = { ...amendment, can_edit: false, state: 'decided' as const }
    const { screen } = await open('/amendments/m/edit', server(decided))
    expect(screen.find('main form').exists()).toBe(false)
    expect(screen.get('main [role=status]').text()).toContain('不能修改')
  })
})

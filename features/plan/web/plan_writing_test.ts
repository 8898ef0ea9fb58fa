// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import ScanField from '../../behalf/web/scan_field.vue'
import type { PlanOffer, PlanView } from './plan_api'
import { changesOf, sectionsIn, sectionsText, together, type Section } from './plan_sections'

const agreeing = (action: PlanOffer['action'], more: Partial<PlanOffer> = {}): PlanOffer => ({
  action,
  refusal: null,
  behalf: null,
  reviewer: 'office',
  names_person: false,
  ...more,
})

const plan = (changes: Partial<PlanView> = {}): PlanView => ({
  id: 'a',
  title: '某区政协2026年协商工作计划',
  committee: '某区政协',
  year: 2026,
  state: 'draft',
  draft: true,
  version: 3,
  created_at: 0,
  created_by_name: '张文',
  updated_at: 0,
  can_edit: true,
  document: null,
  sections: [{ heading: '一、指导思想', text: '第一段。' }],
  ignored: [],
  own_words: [],
  topics: [],
  dropped: [],
  open_topics: [],
  unanswered: [],
  issued_on: null,
  due: null,
  actions: [],
  ...changes,
})

const stale: Reply = {
  status: 412,
  body: { status: 412, code: 'plan.stale', title: '', detail: '已被别人改过' },
}

function server(view: () => PlanView, write: (heard: Heard) => Reply) {
  return (heard: Heard): Reply => {
    if (heard.method !== 'GET') return write(heard)
    const is_list = heard.path.endsWith('/steps') || heard.path === '/api/opinion-requests'
    return { body: is_list ? { items: [], cannot_send_because: null } : view() }
  }
}

describe('consent to a plan', () => {
  it('keeps the form and its words when others agree first and it becomes the last', async () => {
    let kept = plan({
      state: 'three_office_review',
      can_edit: false,
      actions: [agreeing('concur')],
    })
    const { screen, heard, settled } = await open(
      '/plans/a/steps/agree?as=office',
      server(
        () => kept,
        () => {
          if (kept.version === 4) return { status: 201, body: kept }
          kept = { ...kept, version: 4, actions: [agreeing('pass')] }
          return stale
        },
      ),
    )
    const reason = () => screen.findAll<HTMLTextAreaElement>('main form textarea').reverse()[0]!
    await reason().setValue('同意，请补充时间。')
    await screen.find('main form').trigger('submit')
    await settled()
    expect(reason().element.value).toBe('同意，请补充时间。')
    await screen.find('main form').trigger('submit')
    await settled()
    const sent = heard.filter((one) => one.method === 'POST').map((one) => JSON.parse(one.body))
    expect(sent.map((one) => one.action)).toEqual(['concur', 'pass'])
    expect(sent.map((one) => one.reason)).toEqual(['同意，请补充时间。', '同意，请补充时间。'])
  })

  it('asks for whom the office records it where persons are counted', async () => {
    const kept = plan({
      state: 'chairpersons_review',
      actions: [
        agreeing('concur', { behalf: 'chairperson', reviewer: 'chairperson', names_person: true }),
      ],
    })
    const { screen, heard, settled } = await open(
      '/plans/a/steps/agree?as=chairperson',
      (one: Heard): Reply =>
        one.path === '/api/organisations'
          ? { body: { items: [] } }
          : server(
              () => kept,
              () => stale,
            )(one),
    )
    await screen.find('main form').trigger('submit')
    await settled()
    expect(screen.text()).toContain('请选择是谁同意的')
    expect(heard.some((one) => one.method === 'POST')).toBe(false)
  })
})

describe('what the office records of a body without an account', () => {
  beforeEach(() => sessionStorage.clear())

  const kept = plan({
    state: 'three_office_review',
    actions: [agreeing('concur', { behalf: 'party_office', reviewer: 'party_office' })],
  })
  const organ = {
    id: 'o1',
    kind: 'party_organ',
    name: '中共某区委',
    short_name: '区委',
    code: 'qw',
    parent: null,
    valid: { from: '2020-01-01', until: null },
  }
  const scan = {
    id: 's1',
    file_name: '复函.pdf',
    size: 1024,
    sha256: 'ab',
    media_type: 'application/pdf',
  }
  const reply = (one: Heard): Reply => {
    if (one.path === '/api/organisations') return { body: { items: [organ] } }
    return server(
      () => kept,
      () => ({ status: 201, body: kept }),
    )(one)
  }
  const address = '/plans/a/steps/agree?as=party_office'
  const days = (screen: Awaited<ReturnType<typeof open>>['screen']) =>
    screen.findAll<HTMLInputElement>('main form input[type=date]').map((one) => one.element.value)

  it('is kept over a reload: the day of the paper and the scan that was handed in', async () => {
    const first = await open(address, reply)
    expect(first.screen.text()).not.toContain('已恢复')
    first.screen.findComponent(ScanField).vm.$emit('update:modelValue', scan)
    await first.screen.find('main form input[type=date]').setValue('2026-01-05')
    first.screen.unmount()
    const { screen, heard, settled } = await open(address, reply)
    expect(screen.text()).toContain('已恢复')
    expect(days(screen)[0]).toBe('2026-01-05')
    expect(screen.text()).toContain('复函.pdf')
    await screen.find('main form').trigger('submit')
    await settled()
    const sent = heard.find((one) => one.method === 'POST')!
    expect(JSON.parse(sent.body).behalf).toEqual({
      organisation_id: 'o1',
      scan_id: 's1',
      paper_day: '2026-01-05',
    })
  })

  it('is no draft of anybody while only the program filled in the body', async () => {
    const first = await open(address, reply)
    expect(first.heard.some(({ path }) => path === '/api/organisations')).toBe(true)
    first.screen.unmount()
    const { screen } = await open(address, reply)
    expect(screen.text()).not.toContain('已恢复')
  })

  it('says that nobody is called so where persons are counted', async () => {
    const counted = plan({
      state: 'chairpersons_review',
      actions: [
        agreeing('concur', { behalf: 'chairperson', reviewer: 'chairperson', names_person: true }),
      ],
    })
    const { screen } = await open('/plans/a/steps/agree?as=chairperson', (one) =>
      one.path === '/api/people'
        ? { body: { items: [], next: null, total: 0 } }
        : one.path === '/api/organisations'
          ? { body: { items: [] } }
          : server(
              () => counted,
              () => stale,
            )(one),
    )
    expect(screen.text()).not.toContain('没有找到这个姓名')
    const field = screen.findAll('main form label').find((one) => one.text().includes('由谁同意'))!
    const input = screen
      .findAll('main form input')
      .find((one) => one.attributes('id') === field.attributes('for'))!
    await input.setValue('无此人')
    await vi.waitFor(() => expect(screen.text()).toContain('没有找到这个姓名'), 5000)
  })
})

describe('the text of a plan', () => {
  const one: Section = { heading: '一', text: '甲' }
  const two: Section = { heading: '二', text: '乙' }

  it('is added to, moved and sent whole', async () => {
    const { screen, heard, settled } = await open(
      '/plans/a/edit',
      server(
        () => plan(),
        () => ({ body: plan() }),
      ),
    )
    const parts = () => screen.findAll('fieldset.change-fields')
    expect(parts()).toHaveLength(1)
    await screen
      .findAll('main form button')
      .find((button) => button.text() === '增加一部分')!
      .trigger('click')
    await parts()[1]!.find('textarea').setValue('为做好年度协商工作。')
    await parts()[1]!.find('button[aria-label="上移第 2 部分"]').trigger('click')
    await screen.find('main form').trigger('submit')
    await settled()
    const patch = heard.find((request) => request.method === 'PATCH')!
    expect(JSON.parse(patch.body)).toEqual({
      sections: [
        { heading: '', text: '为做好年度协商工作。' },
        { heading: '一、指导思想', text: '第一段。' },
      ],
    })
  })

  it('gives back the part that was taken out last, where it stood', async () => {
    const { screen, heard, settled } = await open(
      '/plans/a/edit',
      server(
        () => plan({ sections: [one, two, { heading: '', text: '' }] }),
        () => ({ body: plan() }),
      ),
    )
    const drop = (number: number) =>
      screen.find(`button[aria-label="删去第 ${number} 部分"]`).trigger('click')
    await drop(3)
    expect(screen.find('main form .note').exists()).toBe(false) // nothing was in it
    await drop(1)
    expect(screen.find('main form .note').text()).toContain('第 1 部分已删去')
    await screen.find('main form .note button').trigger('click')
    expect(screen.find('main form .note').exists()).toBe(false)
    await screen.find('main form').trigger('submit')
    await settled()
    const patch = heard.find((request) => request.method === 'PATCH')!
    expect(JSON.parse(patch.body)).toEqual({ sections: [one, two] })
  })

  it('takes the changes of two people together where each changed another part', () => {
    const before = sectionsText([one, two])
    const mine = sectionsText([{ ...one, text: '我' }, two])
    const theirs = sectionsText([one, { ...two, text: '他' }])
    expect(sectionsIn(together(before, mine, theirs)!)).toEqual([
      { heading: '一', text: '我' },
      { heading: '二', text: '他' },
    ])
    expect(together(before, mine, sectionsText([two]))).toBeUndefined()
    expect(together(before, sectionsText([one]), theirs)).toBeUndefined()
  })

  it('tells what somebody else changed, part by part', () => {
    const before = sectionsText([one, two])
    const now = sectionsText([one, { ...two, text: '他' }])
    expect(changesOf({ field: 'sections', before, now, mine: before })).toEqual([
      { field: 'sections.2', before: '二\n乙', now: '二\n他', mine: '二\n乙' },
    ])
    const fewer = sectionsText([two])
    expect(changesOf({ field: 'sections', before, now: fewer, mine: before })).toEqual([
      { field: 'sections', before: '一\n甲\n\n二\n乙', now: '二\n乙', mine: '一\n甲\n\n二\n乙' },
    ])
  })
})

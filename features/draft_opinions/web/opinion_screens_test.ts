// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@/test_mount'
import { opinion, original, request, served } from './opinion_fixture'
import { chaptersOf, missingIn, opinionWordsOf } from './opinion_words'
import { chosenIn, withChoice } from './recipients'

describe('what is said of a part', () => {
  it('proposes nothing where the old words were left as they are', () => {
    const form = { part: 't:1', kind: 'change' as const, text: '', proposed: original }
    expect(opinionWordsOf(form, original).proposed).toBe('')
    expect(missingIn(form, original)).toBe('proposed')
    expect(missingIn({ ...form, text: '偏多' }, original)).toBeUndefined()
    expect(missingIn({ ...form, kind: 'object' }, original)).toBe('text')
    expect(missingIn({ ...form, kind: 'agree' }, original)).toBeUndefined()
  })

  it('stands under the headings of the text', () => {
    const chapters = chaptersOf(request().text)
    expect(chapters.map((one) => [one.kind, one.heading])).toEqual([
      ['paragraph', '一、要求'],
      ['topic', 'thematic'],
    ])
  })
})

it('whom it goes to is chosen once each', () => {
  const body = { kind: 'body' as const, id: 'b', name: '住建局' }
  const once = withChoice(withChoice('', body, true), body, true)
  expect(chosenIn(once)).toEqual([body])
  expect(withChoice(once, body, false)).toBe('')
})

describe('a draft that asks for opinions', () => {
  beforeEach(() => sessionStorage.clear())

  it('lets whom it asks speak of each part', async () => {
    const { screen } = await open('/opinion-requests/q1', served(request()), 'reader')
    const ways = screen.findAll('.opinion-part a').map((one) => one.attributes('href'))
    expect(ways).toEqual([
      '/opinion-requests/q1/say?part=p:1.1',
      '/opinion-requests/q1/say?part=t:1',
    ])
    expect(screen.text()).toContain('无意见')
  })

  it('heads only what something stands under', async () => {
    const alone = { key: 'h:2', kind: 'paragraph' as const, text: '', now: '', form: null }
    const text = [{ ...alone, heading: '二、安排' }, ...request().text]
    const view = request({ text, cannot_say_because: '已到期' })
    const { screen } = await open('/opinion-requests/q1', served(view), 'reader')
    const heads = screen.findAll('.column-main h3').map((one) => one.text())
    expect(heads).toEqual(['一、要求', '专题协商'])
    expect(screen.get('.column-main').text()).toContain('二、安排')
  })

  it('shows what an opinion would change, and its answer', async () => {
    const answer = {
      verdict: 'partly' as const,
      reason: '先做电梯',
      wording: '老旧小区优先加装电梯',
      by_name: '王小协',
      at: 0,
    }
    const view = request({
      opinions: [opinion({ answers: [answer], waits: false, cannot_rewrite_because: '已答复' })],
    })
    const { screen } = await open('/opinion-requests/q1', served(view), 'reader')
    const card = screen.get('.opinion')
    expect(card.text()).toContain('区住建局')
    expect(card.text()).toContain('部分采纳')
    expect(card.text()).toContain('先做电梯')
    expect(card.findAll('ins').map((one) => one.element.lastChild?.textContent)).toEqual([
      '和养老',
      '优先',
    ])
    expect(card.find('a[href$="/edit"]').exists()).toBe(false)
    expect(screen.findAll('.opinion-part a')).toHaveLength(1)
  })

  it('sends the words that were typed over the old ones', async () => {
    const { screen, heard } = await open(
      '/opinion-requests/q1/say?part=t:1',
      served(request(), ({ method }) => (method === 'POST' ? { body: { id: 'o1' } } : undefined)),
      'reader',
    )
    const areas = screen.findAll('form textarea')
    expect((areas[0]!.element as HTMLTextAreaElement).value).toBe(original)
    await screen.find('form').trigger('submit')
    expect(heard.some(({ method }) => method === 'POST')).toBe(false)
    await areas[0]!.setValue('老旧小区加装电梯和养老')
    expect(screen.get('form ins').text()).toContain('养老')
    await screen.find('form').trigger('submit')
    await expect
      .poll(() => heard.find(({ method }) => method === 'POST')?.body)
      .toBe(
        JSON.stringify({
          part: 't:1',
          kind: 'change',
          text: '',
          proposed: '老旧小区加装电梯和养老',
          recipient_id: 'r1',
        }),
      )
  })

  it('keeps what was typed when the window ends meanwhile, and says why', async () => {
    const over = { status: 409, body: { code: 'draft_opinion.over', title: '已截止', errors: [] } }
    const { screen } = await open(
      '/opinion-requests/q1/say?part=t:1',
      served(request(), ({ method }) => (method === 'POST' ? over : undefined)),
      'reader',
    )
    await screen.findAll('form textarea')[0]!.setValue('新的文字')
    await screen.find('form').trigger('submit')
    await expect.poll(() => screen.text()).toContain('已截止')
    expect((screen.findAll('form textarea')[0]!.element as HTMLTextAreaElement).value).toBe(
      '新的文字',
    )
  })

  it('declines nothing without a reason', async () => {
    const view = request({ phase: 'over', state: 'closed', opinions: [opinion()] })
    const { screen, heard } = await open(
      '/opinion-requests/q1/opinions/o1/answer',
      served(view, ({ method }) => (method === 'POST' ? { body: { id: 'o1' } } : undefined)),
    )
    const sent = () => heard.filter(({ method }) => method === 'POST')
    const areas = () => screen.findAll('form textarea')
    expect((areas()[0]!.element as HTMLTextAreaElement).value).toBe('老旧小区加装电梯和养老')
    await screen.find('form select').setValue('explained')
    await screen.find('form').trigger('submit')
    expect(sent()).toHaveLength(0)
    expect(screen.find('.field-error').exists()).toBe(true)
    await areas()[0]!.setValue('已有规定')
    await screen.find('form').trigger('submit')
    await expect.poll(() => sent().length).toBe(1)
    expect(JSON.parse(sent()[0]!.body)).toEqual({
      verdict: 'explained',
      reason: '已有规定',
      wording: '',
    })
  })

  it('goes to more, and says of whom it went to already that it did', async () => {
    const bodies = [
      {
        id: 'b1',
        kind: 'department',
        name: '区住建局',
        valid: { from: '2020-01-01', until: null },
      },
    ]
    const there = {
      code: 'opinion_request.invalid',
      title: '请看标出的栏目。',
      errors: [
        {
          pointer: '/recipients/0',
          code: 'opinion_request.there_already',
          detail: '文稿已经发给这个单位。',
        },
      ],
    }
    const view = request({ actions: [{ action: 'add', refusal: null }] })
    const { screen, heard } = await open(
      '/opinion-requests/q1/steps/add',
      served(view, ({ method, path }) => {
        if (method === 'POST') return { status: 422, body: there }
        return path.endsWith('/organisations') ? { body: { items: bodies } } : undefined
      }),
    )
    await screen.find('form').trigger('submit')
    expect(screen.get('.field-error').text()).toBe('请至少选择一个单位或个人。')
    expect(heard.some(({ method }) => method === 'POST')).toBe(false)
    await screen.get('form input[type=checkbox]').setValue(true)
    await screen.find('form').trigger('submit')
    await expect
      .poll(() => heard.find(({ method }) => method === 'POST')?.body)
      .toBe(
        JSON.stringify({
          action: 'add',
          reason: '',
          closes_on: null,
          recipients: [{ kind: 'body', id: 'b1' }],
        }),
      )
    await expect
      .poll(() => screen.get('.field-error').text())
      .toBe('区住建局 · 文稿已经发给这个单位。')
  })

  it('offers nobody to whom it went already', async () => {
    const body = (id: string, name: string) => ({
      id,
      kind: 'department',
      name,
      valid: { from: '2020-01-01', until: null },
    })
    const person = (id: string, name: string) => ({ id, name, sector: null })
    const went_to = { id: 'r2', kind: 'person' as const, is_mine: false, has_replied: false }
    const view = request({
      actions: [{ action: 'add', refusal: null }],
      recipients: [...request().recipients, { ...went_to, subject_id: 'm1', name: '王芳' }],
    })
    const { screen, settled } = await open(
      '/opinion-requests/q1/steps/add',
      served(view, ({ path }) => {
        if (path.endsWith('/organisations'))
          return { body: { items: [body('b0', '区住建局'), body('b1', '区民政局')] } }
        if (path === '/api/people')
          return { body: { items: [person('m1', '王芳'), person('m2', '王芳')], next: null } }
        return undefined
      }),
    )
    const offered = () => screen.findAll('form .check-field').map((one) => one.text())
    expect(offered()).toEqual(['区民政局'])
    await screen
      .get('form fieldset input[type=text], form fieldset input:not([type])')
      .setValue('王')
    await settled()
    expect(offered()).toEqual(['区民政局', '王芳'])
  })

  it('tells in its history whom it went to later', async () => {
    const step = { at: 0, by_name: '王小协', reason: '', closes_on: '2026-10-20' }
    const view = request({
      steps: [
        { ...step, action: 'send', version: 1, added: [] },
        { ...step, action: 'add', version: 2, added: ['区民政局', '区卫健委'] },
      ],
    })
    const { screen } = await open('/opinion-requests/q1', served(view))
    expect(screen.get('[aria-labelledby=opinion-history]').text()).toContain('区民政局')
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@/test_mount'
import { request, served } from './opinion_fixture'

describe('a draft that goes to more', () => {
  beforeEach(() => sessionStorage.clear())

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

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const form = {
  year: 2027,
  title: '征集',
  guidance: '',
  opens_on: '2026-10-01',
  closes_on: '2026-10-31',
  most_characters: 500,
  phase: 'running',
  cannot_suggest_because: null,
}
const place = '/api/public/calls/CODE'
const typed = async ({ screen }: Awaited<ReturnType<typeof open>>) => {
  await screen.find('main form input, form input').setValue('加装电梯')
  await screen.find('form textarea').setValue('意见难统一')
}
const asked = (heard: readonly Heard[]) => heard.filter(({ path }) => path === `${place}/similar`)
const playing =
  (similar: Reply) =>
  ({ method, path }: Heard): Reply => {
    if (path === `${place}/similar`) return similar
    if (path === place && method === 'POST')
      return { status: 201, body: { answer_code: 'AAAA-BBBB', already_there: false } }
    return { body: form }
  }

describe("the public's form", () => {
  beforeEach(() => sessionStorage.clear())

  it('shows by title and answer what is similar to the words that are typed, a moment later', async () => {
    const items = [
      { title: '老楼加装电梯', answer: 'screened' },
      { title: '电梯补贴', answer: 'reserved' },
    ]
    const opened = await open('/c/CODE', playing({ body: { items } }))
    await typed(opened)
    expect(asked(opened.heard)).toEqual([])
    await vi.waitFor(
      () =>
        expect(
          opened.screen.findAll('[aria-labelledby=public-similar] li').map((one) => one.text()),
        ).toEqual(['老楼加装电梯 已通过初筛，参加遴选', '电梯补贴 列入备选']),
      5000,
    )
    expect(asked(opened.heard).map(({ body }) => JSON.parse(body))).toEqual([
      { text: '加装电梯\n意见难统一' },
    ])
    expect(opened.screen.find('[aria-labelledby=public-similar] a').exists()).toBe(false)
  })

  it('is handed in all the same where the house was asked too often', async () => {
    const held = { status: 429, body: { code: 'topic_call.too_many_from_here', title: '太多' } }
    const opened = await open('/c/CODE', playing(held))
    await typed(opened)
    await vi.waitFor(() => expect(asked(opened.heard)).toHaveLength(1), 5000)
    await opened.settled()
    expect(opened.screen.find('[aria-labelledby=public-similar]').exists()).toBe(false)
    expect(opened.screen.text()).not.toContain('太多')
    await opened.screen.findAll('form input')[1]!.setValue('居民甲')
    await opened.screen.find('form').trigger('submit')
    await opened.settled()
    expect(opened.screen.find('.answer-code').text()).toBe('AAAA-BBBB')
  })

  it('asks nothing about a call that is over', async () => {
    sessionStorage.clear()
    const opened = await open('/c/CODE', ({ path }) =>
      path === place ? { body: { ...form, cannot_suggest_because: '已截止' } } : { body: {} },
    )
    expect(opened.screen.find('form textarea').exists()).toBe(false)
    expect(asked(opened.heard)).toEqual([])
  })

  it('sends nothing any more once the call is over, and gives back what was typed', async () => {
    let now: Record<string, unknown> = form
    const opened = await open('/c/CODE', ({ method, path }) => {
      if (path !== place) return { body: { items: [] } }
      if (method === 'POST')
        return { status: 409, body: { code: 'topic_call.over', title: '来晚了' } }
      return { body: now }
    })
    const { screen, heard, settled } = opened
    expect(screen.find('.gate-card').text()).toContain('征集至 2026-10-31')
    await typed(opened)
    await screen.findAll('form input')[1]!.setValue('居民甲')
    now = { ...form, phase: 'over', cannot_suggest_because: '征集已于 2026-10-31 截止。' }
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.gate-card').text()).toContain('已截止（2026-10-01 至 2026-10-31）')
    expect(screen.text()).not.toContain('来晚了') // what is said once is enough
    const problem_field = screen.find('form textarea').element as HTMLTextAreaElement
    expect(problem_field.readOnly).toBe(true)
    expect(problem_field.value).toBe('意见难统一')
    expect(screen.find('form button[type=submit]').exists()).toBe(false)
    await screen.find('form').trigger('submit')
    await settled()
    expect(heard.filter(({ method, path }) => method === 'POST' && path === place)).toHaveLength(1)
    let copied = ''
    document.execCommand = () => {
      copied = document.querySelector<HTMLTextAreaElement>('body > textarea')!.value
      return true
    }
    await screen.find('form .wide-button').trigger('click')
    expect(copied).toBe('加装电梯\n意见难统一')
  })
})

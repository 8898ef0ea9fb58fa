// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a resident reaches without an account.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { codeIn } from './public_code'

const code = '7KQ2M-8VX0D-1AB2C-11111-00000'

it('a code is found in what is typed from a poster', () => {
  expect(codeIn(`https://zx.example.cn/c/${code}`)).toBe(code)
  expect(codeIn(' 7kq2m8vxod 1ab2c iIlL1 ooo00 ')).toBe(code)
  expect(codeIn('７ＫＱ２Ｍ－8vx0d-1ab2c-11111-00000')).toBe(code)
  expect(codeIn(' - ')).toBe('')
})

describe('the door', () => {
  it('leads a resident to the form and to the answer', async () => {
    const { screen } = await open('/sign-in', () => ({ body: {} }))
    const ways = screen.findAll('.gate-public a')
    expect(ways.map((one) => [one.attributes('href'), one.text()])).toEqual([
      ['/c', '提交议题建议'],
      ['/answer', '查询答复'],
    ])
    expect(ways.every((one) => one.classes('tap-link'))).toBe(true)
  })
})

describe("the way to the public's form", () => {
  beforeEach(() => sessionStorage.clear())

  const form = { title: '征集', closes_on: '2026-10-31', cannot_suggest_because: null }
  const none = { status: 404, body: { code: 'topic_call.no_such_code', detail: '没有这个征集' } }
  const house = ({ path }: Heard): Reply =>
    path === `/api/public/calls/${code}` ? { body: form } : none

  it('opens the form whose code is typed', async () => {
    const { screen, router } = await open('/c', house)
    await screen.find('form input').setValue(`zx.example.cn/c/${code.toLowerCase()}`)
    await screen.find('form').trigger('submit')
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(`/c/${code}`), 5000)
    expect(screen.text()).toContain('征集')
  })

  it('stays where no call has it, and asks nothing where nothing is typed', async () => {
    const { screen, heard, router, settled } = await open('/c', house)
    const asked = () => heard.filter(({ path }) => path.startsWith('/api/public'))
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.get('.field-error').text()).toBe('请输入征集码或网址。')
    expect(asked()).toEqual([])
    await screen.find('form input').setValue('AAAAA')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.text()).toContain('没有这个征集')
    expect(router.currentRoute.value.path).toBe('/c')
  })
})

describe('the answer by its code', () => {
  it('tells how the topic stands that the suggestion became', async () => {
    const answer = {
      title: '加装电梯',
      problem: '上下楼难',
      reason: '',
      answer: 'taken',
      reply: '民生急需',
      passed_to: '',
      merged_into: null,
      topic: { title: '老楼加装电梯', state: 'postponed', reason: '等规划批复' },
      suggested_at: 0,
      updated_at: 0,
    }
    const { screen, settled } = await open('/answer', () => ({ body: answer }))
    await screen.find('form input').setValue('7KQ2M-8VX0D-1AB2C')
    await screen.find('form').trigger('submit')
    await settled()
    const told = screen.get('article .topic-news')
    expect(told.text()).toContain('老楼加装电梯')
    expect(told.text()).toContain('已延期')
    expect(told.text()).toContain('等规划批复')
    expect(told.find('a').exists()).toBe(false)
  })
})

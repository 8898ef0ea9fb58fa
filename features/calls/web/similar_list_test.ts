// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { Similar } from './calls_api'
import { call, details, quiet, suggestion } from './calls_fixture'

const similar = (id: string, rest: Partial<Similar> = {}): Similar => ({
  id,
  title: `加装电梯${id}`,
  constituency: 'members',
  answer: 'screened',
  likeness: 80,
  call_title: '2027年度议题征集',
  is_target: true,
  ...rest,
})
const finding =
  (items: Similar[]) =>
  ({ path }: Heard): Reply => {
    if (path === '/api/suggestions/similar') return { body: { items } }
    return quiet(path) ?? { body: path.startsWith('/api/calls') ? call() : view }
  }
const view = suggestion({ details: { ...details, state: 'screened' } })
const onPhone = (is_narrow: boolean) =>
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) =>
      ({
        matches: is_narrow && query.includes('max-width'),
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as unknown as MediaQueryList,
  )

describe('what is similar to the words that are typed', () => {
  beforeEach(() => sessionStorage.clear())

  const found = async (items: Similar[]) => {
    const { screen } = await open('/calls/c1/suggest', finding(items), 'reader')
    await screen.find('form input').setValue('加装电梯')
    await vi.waitFor(
      () => expect(screen.find('[aria-labelledby=similar]').exists()).toBe(true),
      5000,
    )
    return screen
  }

  it('stands beside the form where there is room, and says what its percentage is', async () => {
    onPhone(false)
    const screen = await found([similar('1'), similar('2')])
    expect(screen.find('.column-side [aria-labelledby=similar]').exists()).toBe(true)
    expect(screen.find('[aria-labelledby=similar]').text()).toContain('百分数表示文字相近的程度')
  })

  it('stands below the problem on a phone, the first three at once', async () => {
    onPhone(true)
    const screen = await found(['1', '2', '3', '4', '5'].map((id) => similar(id)))
    const list = screen.find('form [aria-labelledby=similar]')
    const before = list.element.previousElementSibling!
    expect(before.textContent).toContain('问题')
    expect(list.findAll(':scope > ul > li')).toHaveLength(3)
    expect(list.find('summary').text()).toBe('还有 2 条')
    expect(screen.find('.column-side [aria-labelledby=similar]').exists()).toBe(false)
  })

  it('names the call of those that are called alike, and of no other', async () => {
    onPhone(false)
    const screen = await found([
      similar('1', { title: '停车', call_title: '2026年度征集' }),
      similar('2', { title: '停车' }),
      similar('3'),
    ])
    const said = screen.findAll('[aria-labelledby=similar] li').map((one) => one.text())
    expect(said[0]).toContain('2026年度征集')
    expect(said[1]).toContain('2027年度议题征集')
    expect(said[2]).not.toContain('2027年度议题征集')
  })
})

describe('asking whether two become one', () => {
  it('says which goes into which, and is offered where the house says that it may', async () => {
    const { screen } = await open(
      '/suggestions/s1',
      finding([similar('1'), similar('2', { is_target: false })]),
    )
    const [one, other] = screen.findAll('[aria-labelledby=similar] li')
    expect(one!.text()).toContain('把「加装电梯」并入「加装电梯1」')
    expect(one!.find('button').attributes('aria-label')).toBe(
      '征询双方：把「加装电梯」并入「加装电梯1」',
    )
    expect(other!.find('button').exists()).toBe(false)
  })
})

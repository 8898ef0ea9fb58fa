// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '../../features/members/web/session'
import { open, settled, type Heard, type Reply } from '../test_mount'

const refused = (detail: string, code: string, ...at: string[]): Reply => ({
  status: 422,
  body: {
    code,
    detail,
    errors: at.map((pointer) => ({ pointer, code: 'it', detail: `${pointer}不对` })),
  },
})
const shown = vi.fn()
const focused = () => document.activeElement as HTMLInputElement
const wordsAt = (field: HTMLInputElement) =>
  document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!)?.textContent

describe('a form that is refused', () => {
  beforeEach(() => {
    shown.mockClear()
    Element.prototype.scrollIntoView = function (this: Element) {
      shown(this)
    }
  })

  const server =
    (reply: Reply) =>
    ({ method }: Heard): Reply =>
      method === 'POST' ? reply : { body: { items: [] } }

  it('leads to the first field that its own checks find wrong', async () => {
    const { screen } = await open('/people/new', server({}))
    const button = screen.find('form [type=submit]').element as HTMLButtonElement
    button.focus()
    await screen.find('form').trigger('submit')
    await settled()
    expect(focused()).toBe(screen.findAll('form input')[0]!.element)
    expect(wordsAt(focused())).toContain('姓名')
    expect(shown.mock.calls.some(([place]) => place.contains(focused()))).toBe(true)
  })

  it('leads to the first field that the server finds wrong', async () => {
    const reply = refused('请看标出的栏目。', 'people.invalid', '/birth_month', '/job')
    const { screen } = await open('/people/new', server(reply))
    await screen.find('form input').setValue('欧阳')
    await screen.find('form').trigger('submit')
    await settled()
    expect(wordsAt(focused())).toBe('/birth_month不对')
    expect(shown.mock.lastCall?.[0].contains(focused())).toBe(true)
    expect(screen.find('[role=alert]').text()).toContain('请看标出的栏目') // two are wrong
  })

  it('says once what is wrong with one field', async () => {
    for (const reply of [
      refused('有的内容填写不符合要求。', 'members.invalid', '/login'),
      refused('/login不对', 'members.login_taken', '/login'),
    ]) {
      const { screen, router } = await open('/sign-in', server(reply))
      const roles = ['system_administrator']
      useSession().begin({ id: 'p2', name: '张文', login: 'zhang', roles, attention: null })
      await router.push('/accounts/new')
      await settled()
      const inputs = screen.findAll('form input')
      await inputs[0]!.setValue('欧阳')
      await inputs[1]!.setValue('ouyang')
      await screen.find('form').trigger('submit')
      await settled()
      expect(screen.text().split('/login不对')).toHaveLength(2)
      expect(screen.text()).not.toContain('不符合要求')
      expect(focused().getAttribute('aria-invalid')).toBe('true')
      screen.unmount()
    }
  })
})

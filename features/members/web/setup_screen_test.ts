// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const server =
  (usable: boolean, setup_needed: boolean, made: Reply = { status: 500 }) =>
  (heard: Heard): Reply =>
    heard.path === '/api/setup/link'
      ? { body: { usable, setup_needed } }
      : heard.path === '/api/setup'
        ? made
        : { status: 404 }

type Opened = Awaited<ReturnType<typeof open>>

// Four fields for each of the three, in the order of the page.
async function fill({ screen, settled }: Opened, names: string[]): Promise<void> {
  const inputs = screen.findAll('form input')
  for (const [i, name] of names.entries()) {
    for (const [j, word] of [name, `login${i}`, `password ${i}`, `password ${i}`].entries())
      await inputs[i * 4 + j]!.setValue(word)
  }
  await screen.find('form').trigger('submit')
  await settled()
}

const sent = ({ heard }: Opened) => heard.filter(({ path }) => path === '/api/setup')

describe('the page of the one-time link', () => {
  it('asks for three people while the link works', async () => {
    const { screen, heard } = await open('/setup#token=abc', server(true, true))
    expect(screen.findAll('form input')).toHaveLength(12)
    expect(screen.findAll('form legend').map((one) => one.text())).toEqual([
      '系统管理员',
      '安全管理员',
      '安全审计员',
    ])
    expect(heard.find(({ path }) => path === '/api/setup/link')?.body).toBe('{"token":"abc"}')
    screen.unmount()
  })

  it('sends all three at once and tells each to sign in', async () => {
    const people = [
      { id: '1', name: '王', login: 'login0', roles: ['system_administrator'] },
      { id: '2', name: '李', login: 'login1', roles: ['security_administrator'] },
      { id: '3', name: '陈', login: 'login2', roles: ['auditor'] },
    ]
    const opened = await open(
      '/setup#token=abc',
      server(true, true, { status: 201, body: { people } }),
    )
    await fill(opened, ['王', '李', '陈'])
    expect(JSON.parse(sent(opened)[0]!.body)).toEqual({
      token: 'abc',
      system_administrator: { name: '王', login: 'login0', password: 'password 0' },
      security_administrator: { name: '李', login: 'login1', password: 'password 1' },
      auditor: { name: '陈', login: 'login2', password: 'password 2' },
    })
    expect(opened.screen.find('[role=status]').text()).toContain('安全审计员 · 陈 · login2')
    expect(opened.screen.find('a.wide-button').attributes('href')).toBe('/sign-in')
    opened.screen.unmount()
  })

  it('sends nothing that is half filled, and leads to what is missing', async () => {
    const opened = await open('/setup#token=abc', server(true, true))
    await fill(opened, ['王', '', '陈'])
    expect(sent(opened)).toEqual([])
    const wrong = opened.screen.findAll('[aria-invalid=true]')
    expect(wrong).toHaveLength(1)
    expect(document.activeElement).toBe(wrong[0]?.element)
    opened.screen.unmount()
  })

  it('shows what the server says at the field of the person whom it means', async () => {
    const errors = [{ pointer: '/auditor/login', code: 'members.same_login', detail: '重复' }]
    const opened = await open(
      '/setup#token=abc',
      server(true, true, { status: 422, body: { errors } }),
    )
    await fill(opened, ['王', '李', '陈'])
    const accounts = opened.screen.findAll('fieldset')
    expect(accounts.map((one) => one.findAll('.field-error').length)).toEqual([0, 0, 1])
    expect(accounts[2]!.find('.field-error').text()).toBe('重复')
    opened.screen.unmount()
  })

  it('leads to the sign-in when an account is there, however it was made, and shows no form', async () => {
    const { screen } = await open('/setup#token=abc', server(false, false))
    expect(screen.find('form').exists()).toBe(false)
    expect(screen.find('[role=alert]').text()).toContain('已经有账号了，这个链接不能再用')
    expect(screen.find('a.wide-button').attributes('href')).toBe('/sign-in')
    screen.unmount()
  })

  it('tells to restart when the link is too old, and shows no form', async () => {
    const { screen } = await open('/setup#token=abc', server(false, true))
    expect(screen.find('form').exists()).toBe(false)
    expect(screen.find('[role=alert]').text()).toContain('重新启动程序')
    screen.unmount()
  })
})

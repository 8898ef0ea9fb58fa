// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const person = { id: 'p1', name: '张文', login: 'zhang', roles: ['office'] }
const server =
  (step: Reply) =>
  ({ path, method }: Heard): Reply => {
    if (path === '/api/session/second-step') return step
    if (path === '/api/session' && method === 'POST')
      return { status: 201, body: { person: null, code_asked: true } }
    return { body: { items: [], years: [] } }
  }

async function withPassword(step: Reply) {
  const opened = await open('/sign-in?back=/account-link', server(step))
  const [login, password] = opened.screen.findAll('input')
  await login!.setValue('zhang')
  await password!.setValue('right password')
  await opened.screen.find('form').trigger('submit')
  await settled()
  return opened
}

describe('the second step of signing in', () => {
  it('asks for the code and goes where the person wanted to go', async () => {
    const { screen, heard, router } = await withPassword({ status: 201, body: { person } })
    expect(screen.find('input[name=password]').exists()).toBe(false)
    await screen.find('form').trigger('submit')
    expect(heard.some(({ path }) => path === '/api/session/second-step')).toBe(false)
    await screen.find('input[name=code]').setValue(' 123456 ')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ path }) => path === '/api/session/second-step')!
    expect(sent.body).toBe('{"code":"123456"}')
    await expect.poll(() => router.currentRoute.value.path).toBe('/account-link')
    screen.unmount()
  })

  it('keeps asking after a wrong code', async () => {
    const { screen } = await withPassword({
      status: 422,
      body: {
        code: 'members.invalid',
        errors: [{ pointer: '/code', code: 'members.wrong_code', detail: '验证码不对' }],
      },
    })
    await screen.find('input[name=code]').setValue('000000')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.text()).toContain('验证码不对')
    expect(screen.find('input[name=code]').exists()).toBe(true)
    screen.unmount()
  })

  it('goes back to the password when it took too long', async () => {
    const { screen } = await withPassword({
      status: 422,
      body: { code: 'members.second_step_over', detail: '这次登录已经失效' },
    })
    await screen.find('input[name=code]').setValue('123456')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('[role=alert]').text()).toContain('这次登录已经失效')
    expect(screen.find('input[name=password]').exists()).toBe(true)
    screen.unmount()
  })

  it('is what a provider or a link leads to', async () => {
    const { screen } = await open('/sign-in?step=second', server({ status: 204 }))
    expect(screen.find('input[name=code]').exists()).toBe(true)
    expect(screen.find('input[name=password]').exists()).toBe(false)
    screen.unmount()
  })
})

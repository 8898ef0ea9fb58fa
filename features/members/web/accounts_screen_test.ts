// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it, vi } from 'vitest'
import { useSession } from './session'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const account = (changes: object = {}) => ({
  id: 'a1',
  login: 'li',
  name: '李小商',
  roles: ['reader'],
  state: 'active',
  has_password: true,
  has_second_factor: true,
  made_at: 1_700_000_000_000,
  ...changes,
})

async function as(role: string, path: string, reply: (heard: Heard) => Reply) {
  const opened = await open('/sign-in', reply)
  useSession().begin({ id: 'p1', name: '张文', login: 'zhang', roles: [role], attention: null })
  await opened.router.push(path)
  await settled()
  const button = (words: string) =>
    opened.screen.findAll('button').find((one) => one.text().includes(words))
  return { ...opened, button }
}

describe('the accounts', () => {
  const list = (): Reply => ({ body: { items: [account()], next: null } })

  it('narrow by the address, and are exported as they are narrowed', async () => {
    const path = '/accounts?q=李&role=none&sort=newest'
    const { screen, heard, button } = await as('system_administrator', path, list)
    const asked = heard.find((one) => one.path === '/api/accounts')!.query
    expect(asked.get('q')).toBe('李')
    expect(asked.get('without_role')).toBe('true')
    expect(asked.get('sort')).toBe('newest')
    expect(screen.find('tbody').text()).toContain('密码和两步验证')
    await button('导出')!.trigger('click')
    await settled()
    const exported = heard.find((one) => one.path === '/api/accounts/export')!
    expect(exported.query.get('without_role')).toBe('true')
    screen.unmount()
  })

  it('let go of who follows a link right after typing', async () => {
    const { screen, router } = await as('auditor', '/accounts', (heard) =>
      heard.path === '/api/accounts/a1' ? { body: account() } : list(),
    )
    await screen.find('.filter-text input').setValue('li')
    await screen.find('tbody a').trigger('click')
    await new Promise((later) => setTimeout(later, 500)) // longer than the list waits for words
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/accounts/a1'), 10_000)
    screen.unmount()
  })

  it('are sorted by the heads of their columns, which say so', async () => {
    const { screen, router } = await as('auditor', '/accounts', list)
    const head = (words: string) => screen.findAll('th').find((one) => one.text() === words)!
    await head('姓名').find('button').trigger('click')
    await settled()
    expect(router.currentRoute.value.query).toEqual({ sort: 'name' })
    expect(head('姓名').attributes('aria-sort')).toBe('ascending')
    await head('建立时间').find('button').trigger('click')
    await settled()
    expect(router.currentRoute.value.query).toEqual({ sort: 'newest' })
    await head('建立时间').find('button').trigger('click')
    await settled()
    expect(router.currentRoute.value.query).toEqual({})
    screen.unmount()
  })

  it('are tied to the provider, where there is one, by the system administrator alone', async () => {
    const reply = ({ path }: Heard): Reply =>
      path === '/api/oidc/links' ? { status: 201, body: { token: 'abc' } } : { body: account() }
    for (const role of ['system_administrator', 'security_administrator']) {
      const { screen, button } = await as(role, '/sign-in', reply)
      useSession().about!.oidc = '统一认证'
      await screen.vm.$router.push('/accounts/a1')
      await settled()
      const make = button('生成统一认证的一次性关联链接')
      expect(Boolean(make)).toBe(role === 'system_administrator')
      await make?.trigger('click')
      await settled()
      expect(screen.find('.account-identity-link').exists()).toBe(role === 'system_administrator')
      screen.unmount()
    }
  })

  it('are made by the system administrator alone', async () => {
    for (const role of ['system_administrator', 'auditor']) {
      const { screen, button } = await as(role, '/accounts', list)
      expect(Boolean(button('新建账号'))).toBe(role === 'system_administrator')
      screen.unmount()
    }
  })

  it('give the link and the code of a new one', async () => {
    const { screen } = await as('system_administrator', '/accounts/new', ({ path }) =>
      path.endsWith('/link')
        ? { status: 201, body: { code: '7KQ2M-AAAAA', purpose: 'invite', ends_at: 1 } }
        : { status: 201, body: account({ roles: [], has_password: false }) },
    )
    const [name, login] = screen.findAll('form input')
    await name!.setValue('李小商')
    await login!.setValue('li')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.link-address').text()).toContain('/account-link#code=7KQ2M-AAAAA')
    expect(screen.find('.link-code').text()).toBe('7KQ2M-AAAAA')
    screen.unmount()
  })

  it('are of the person whom the register finds, and say who is there already', async () => {
    const person = (changes: object) => ({ id: 'p9', name: '李小商', login: null, ...changes })
    const found = [person({}), person({ id: 'p8', name: '李思', login: 'lisi' })]
    const { screen, heard } = await as('system_administrator', '/accounts/new', ({ path }) => {
      if (path === '/api/people') return { body: { items: found, total: 2, next: null } }
      return path.endsWith('/link')
        ? { status: 201, body: { code: '7KQ2M-AAAAA', purpose: 'invite', ends_at: 1 } }
        : { status: 201, body: account({ id: 'p9', roles: [] }) }
    })
    const [name, login] = screen.findAll('form input')
    await name!.setValue('lx')
    await expect.poll(() => screen.find('.account-person').exists()).toBe(true)
    expect(heard.find(({ path }) => path === '/api/people')!.query.get('q')).toBe('lx')
    const choices = screen.findAll('.account-person-line')
    expect(choices[1]!.text()).toContain('lisi')
    expect(choices[1]!.find('button').exists()).toBe(false)
    await choices[0]!.find('button').trigger('click')
    expect((name!.element as HTMLInputElement).value).toBe('李小商')
    expect((name!.element as HTMLInputElement).readOnly).toBe(true)
    await login!.setValue('li')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ path, method }) => path === '/api/accounts' && method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({ name: '李小商', login: 'li', person_id: 'p9' })
    screen.unmount()
  })

  it('are given to one of several namesakes only after the office was asked', async () => {
    const wang = { name: '王伟', login: null, has_namesake: true }
    const found = ['0190-00000a7f', '0190-00000b3c'].map((id) => ({ ...wang, id }))
    const { screen, heard } = await as('system_administrator', '/accounts/new', ({ path }) => {
      if (path === '/api/people') return { body: { items: found, total: 2, next: null } }
      return path.endsWith('/link')
        ? { status: 201, body: { code: '7KQ2M-AAAAA', purpose: 'invite', ends_at: 1 } }
        : { status: 201, body: account({ roles: [] }) }
    })
    const [name, login] = screen.findAll('form input')
    await name!.setValue('王伟')
    await expect.poll(() => screen.find('.account-person').exists()).toBe(true)
    expect(screen.find('.account-person').text()).toContain('编号 000A7F')
    expect(screen.find('.account-person').text()).toContain('请向政协办公室核实')
    await screen.findAll('.account-person-line button')[1]!.trigger('click')
    await login!.setValue('wangwei')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = () => heard.filter(({ method }) => method === 'POST')
    expect(sent()).toHaveLength(0)
    expect(screen.text()).toContain('请先向政协办公室核实')
    await screen.find('input[type=checkbox]').setValue(true)
    await screen.find('form').trigger('submit')
    await settled()
    expect(JSON.parse(sent()[0]!.body).person_id).toBe('0190-00000b3c')
    screen.unmount()
  })

  it('take a namesake of the register only when it is sent once more', async () => {
    const { screen, heard } = await as(
      'system_administrator',
      '/accounts/new',
      ({ path, query }) =>
        path !== '/api/accounts'
          ? { status: 201, body: { code: '7KQ2M-AAAAA', purpose: 'invite', ends_at: 1 } }
          : query.get('again') === 'true'
            ? { status: 201, body: account({ roles: [] }) }
            : {
                status: 409,
                body: { code: 'members.in_register', detail: '名册中已有“李小商”。' },
              },
    )
    const [name, login] = screen.findAll('form input')
    await name!.setValue('李小商')
    await login!.setValue('li')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('[role=alert]').text()).toContain('名册中已有')
    expect(screen.find('.link-code').exists()).toBe(false)
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.link-code').exists()).toBe(true)
    expect(heard.filter((one) => one.path === '/api/accounts')).toHaveLength(2)
    screen.unmount()
  })

  it('ask once more before a factor is removed, and for the password when it is long ago', async () => {
    let tries = 0
    const { screen, heard, button } = await as(
      'system_administrator',
      '/accounts/a1',
      ({ path, method }) => {
        if (method !== 'DELETE')
          return path.endsWith('/proof') ? { status: 204 } : { body: account() }
        tries += 1
        return tries === 1
          ? { status: 403, body: { code: 'members.prove_again' } }
          : { body: account({ has_second_factor: false }) }
      },
    )
    await button('解除丢失的两步验证')!.trigger('click')
    expect(heard.some(({ method }) => method === 'DELETE')).toBe(false)
    await button('解除丢失的两步验证')!.trigger('click')
    await settled()
    await screen.find('.proof input').setValue('my password')
    await screen.find('.proof').trigger('submit')
    await settled()
    expect(tries).toBe(2)
    expect(screen.find('.facts').text()).toContain('没有设置')
    screen.unmount()
  })

  it('have their roles given by the security administrator alone', async () => {
    const one = (): Reply => ({ body: account() })
    const { screen, heard, button } = await as('security_administrator', '/roles/a1', one)
    expect(button('停用账号')).toBeUndefined()
    await expect.poll(() => button('授予委员')).toBeDefined()
    await button('授予委员')!.trigger('click')
    await settled()
    const sent = heard.find(({ path }) => path.endsWith('/roles'))!
    expect(JSON.parse(sent.body)).toEqual({ role: 'member', granted: true })
    screen.unmount()
    const system = await as('system_administrator', '/accounts/a1', one)
    expect(system.button('授予')).toBeUndefined()
    system.screen.unmount()
  })
})

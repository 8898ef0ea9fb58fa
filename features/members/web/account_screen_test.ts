// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const session = (id: string, this_one: boolean) => ({
  id,
  address: '192.0.2.1',
  browser: 'Firefox/120.0 (Windows)',
  signed_in_at: 1_700_000_000_000,
  last_seen_at: 1_700_000_000_000,
  this_one,
})
const no_factor = { offered: true, required: false, recovery_codes: 0 }
const own = (changes: object = {}) => ({
  password: 'good',
  password_profile: 'asvs',
  has_password: true,
  sessions: [session('a', true), session('b', false)],
  second_factor: no_factor,
  ...changes,
})
const refusal = (code: string, pointer: string, field: string, detail: string) => ({
  status: 422,
  body: { status: 422, code, detail: '请修改', errors: [{ pointer, code: field, detail }] },
})
const server =
  (account: object, more: (heard: Heard) => Reply | undefined = () => undefined) =>
  (heard: Heard): Reply =>
    more(heard) ??
    (heard.path === '/api/account'
      ? { body: account }
      : heard.path === '/api/session'
        ? { body: { person: { id: 'p1', name: '张文', login: 'zhang', roles: ['office'] } } }
        : { status: 204 })

describe('my account', () => {
  it('says that the password has ended, shows its rules and marks a wrong old one', async () => {
    const wrong = (heard: Heard) =>
      heard.path === '/api/account/password'
        ? refusal('members.invalid', '/old_password', 'members.wrong_password', '密码不对。')
        : undefined
    const { screen, heard } = await open(
      '/account',
      server(own({ password: 'ended', password_profile: 'cn_djbh' }), wrong),
    )
    expect(screen.find('[role=alert]').text()).toContain('90 天')
    expect(screen.find('.rule-list').text()).toContain('四类中至少三类')
    const [old, fresh, again] = screen.findAll('input[type=password]')
    await old!.setValue('present one')
    await fresh!.setValue('春江潮水连海平上')
    await again!.setValue('春江潮水连海')
    await screen.find('form').trigger('submit')
    expect(heard.some(({ path }) => path === '/api/account/password')).toBe(false)
    await again!.setValue('春江潮水连海平上')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ path }) => path === '/api/account/password')!
    expect(JSON.parse(sent.body)).toEqual({
      old_password: 'present one',
      new_password: '春江潮水连海平上',
    })
    expect(screen.text()).toContain('密码不对。')
    screen.unmount()
  })

  it('ends another session, never this one by that button', async () => {
    const { screen, heard } = await open('/account', server(own()))
    const rows = screen.findAll('.own-session')
    expect(rows[0]!.text()).toContain('Firefox · Windows')
    expect(rows[0]!.find('button').exists()).toBe(false)
    await rows[1]!.find('button').trigger('click')
    await settled()
    expect(heard.some(({ path }) => path === '/api/account/sessions/b')).toBe(true)
    screen.unmount()
  })

  it('adds a second factor after a fresh proof, and shows the recovery codes', async () => {
    let proved = false
    const { screen, heard } = await open(
      '/account',
      server(own(), ({ path, method }) => {
        if (path === '/api/account/proof') proved = true
        if (path === '/api/account/second-factor' && method === 'POST')
          return proved
            ? {
                status: 201,
                body: {
                  secret: 'ABCDEFGHIJKL',
                  address: 'otpauth://totp/x',
                  picture: { modules: 21, path: 'M0 0h7v1h-7z' },
                },
              }
            : { status: 403, body: { status: 403, code: 'members.prove_again' } }
        return path.endsWith('/confirmation')
          ? { status: 201, body: { codes: ['7KQ2M-8VX0D-1AB2C'] } }
          : undefined
      }),
    )
    const button = (words: string) => screen.findAll('button').find((one) => one.text() === words)!
    await button('设置两步验证').trigger('click')
    await settled()
    await screen.find('.proof input').setValue('my password')
    await screen.find('.proof').trigger('submit')
    await settled()
    expect(screen.find('.factor-picture').attributes('viewBox')).toBe('-4 -4 29 29')
    expect(screen.find('.factor-secret').text()).toBe('ABCD EFGH IJKL')
    await screen.find('.factor-setup input').setValue('123456')
    await screen.find('.factor-setup').trigger('submit')
    await settled()
    expect(heard.find(({ path }) => path.endsWith('/confirmation'))!.body).toBe('{"code":"123456"}')
    expect(screen.find('.recovery').text()).toContain('7KQ2M-8VX0D-1AB2C')
    await button('我已保存好').trigger('click')
    expect(screen.find('.recovery').exists()).toBe(false)
    screen.unmount()
  })

  it('tells who removed the factor until it was read', async () => {
    const removed = { ...no_factor, removed_at: 1_700_000_000_000, removed_by: '赵系统' }
    const { screen, heard } = await open('/account', server(own({ second_factor: removed })))
    expect(screen.find('[role=alert]').text()).toContain('赵系统')
    await screen.find('[role=alert] button').trigger('click')
    await settled()
    expect(heard.some(({ path }) => path.endsWith('/removal'))).toBe(true)
    screen.unmount()
  })

  it('offers no giving up to whom the house requires a factor of', async () => {
    const factor = { offered: true, required: true, added_at: 1, recovery_codes: 2 }
    const { screen } = await open('/account', server(own({ second_factor: factor })))
    expect(screen.text()).toContain('还有 2 个恢复码')
    expect(screen.text()).not.toContain('解除两步验证')
    screen.unmount()
  })
})

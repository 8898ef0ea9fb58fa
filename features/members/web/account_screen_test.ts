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
const server = (heard: Heard): Reply => {
  if (heard.path === '/api/account')
    return { body: { password: 'ended', sessions: [session('a', true), session('b', false)] } }
  if (heard.path === '/api/account/password')
    return {
      status: 422,
      body: {
        status: 422,
        code: 'members.invalid',
        detail: '请修改',
        errors: [
          { pointer: '/old_password', code: 'members.wrong_password', detail: '密码不对。' },
        ],
      },
    }
  return { status: 204 }
}

describe('my account', () => {
  it('says that the password has ended, and marks a wrong old one', async () => {
    const { screen, heard } = await open('/account', server)
    expect(screen.find('[role=alert]').text()).toContain('90 天')
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
    const { screen, heard } = await open('/account', server)
    const rows = screen.findAll('.own-session')
    expect(rows[0]!.text()).toContain('Firefox · Windows')
    expect(rows[0]!.find('button').exists()).toBe(false)
    await rows[1]!.find('button').trigger('click')
    await settled()
    expect(heard.some(({ path }) => path === '/api/account/sessions/b')).toBe(true)
    screen.unmount()
  })
})

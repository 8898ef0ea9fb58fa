// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const server =
  (usable: boolean, setup_needed: boolean) =>
  (heard: Heard): Reply =>
    heard.path === '/api/setup/link' ? { body: { usable, setup_needed } } : { status: 404 }

describe('the page of the one-time link', () => {
  it('asks for the first account while the link works', async () => {
    const { screen, heard } = await open('/setup#token=abc', server(true, true))
    expect(screen.findAll('form input')).toHaveLength(4)
    expect(heard.find(({ path }) => path === '/api/setup/link')?.body).toBe('{"token":"abc"}')
    screen.unmount()
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

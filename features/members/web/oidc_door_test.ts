// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useSession } from './session'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const token = 'a'.repeat(43)
const server = (heard: Heard): Reply =>
  heard.path === '/api/oidc/begin'
    ? { status: 503, body: { status: 503, code: 'oidc.unreachable', detail: '现在连不上' } }
    : { status: 404 }

async function door(path: string, oidc: string) {
  const { screen, heard } = await open(path, server)
  useSession().about = { ...useSession().about!, oidc }
  await flushPromises()
  return { screen, heard }
}

describe('the door to the provider', () => {
  it('is there only where a provider is configured', async () => {
    const { screen } = await door('/sign-in', '')
    expect(screen.find('.gate-oidc').exists()).toBe(false)
    screen.unmount()
  })

  it('carries the page to come back to and the one-time link, and says when the provider is down', async () => {
    vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
    const { screen, heard } = await door(`/sign-in?back=/topics#oidc-link=${token}`, '区认证')
    expect(screen.find('.gate-oidc').text()).toContain('用区认证登录')
    await screen.find('.gate-oidc button').trigger('click')
    await settled()
    const begun = heard.find(({ path }) => path === '/api/oidc/begin')
    expect(JSON.parse(begun!.body)).toEqual({ back: '/topics', link: token })
    expect(screen.find('.gate-oidc').text()).toContain('现在连不上')
    screen.unmount()
  })

  it('says in words why nobody was signed in, and nothing for what it does not know', async () => {
    const told = await door('/sign-in?oidc=unknown_person', '区认证')
    expect(told.screen.find('.gate-oidc [role=alert]').text()).toContain('一次性关联链接')
    told.screen.unmount()
    const silent = await door('/sign-in?oidc=<b>', '区认证')
    expect(silent.screen.find('.gate-oidc [role=alert]').exists()).toBe(false)
    silent.screen.unmount()
  })
})

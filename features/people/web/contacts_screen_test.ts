// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const offer = (contact: string, version = 0) => ({
  contact,
  kept: version > 0,
  version,
  can_look: true,
  can_change: true,
})
const person = {
  id: 'a',
  name: '单立',
  version: 1,
  can_edit: true,
  has_namesake: false,
  can_see_history: false,
  contacts: [offer('telephone'), offer('email')],
}
const server = (heard: Heard): Reply =>
  heard.method === 'PUT'
    ? { body: offer('telephone') }
    : { body: heard.path === '/api/people/a' ? person : { items: [] } }

describe('the contacts of a person', () => {
  it('stay where they are typed while another is saved', async () => {
    const { screen, router, settled } = await open('/people/a/contacts', server)
    const [telephone, email] = screen.findAll('form')
    await telephone!.find('input').setValue('19900001234')
    await email!.find('input').setValue('shan@example.cn')
    await telephone!.trigger('submit')
    await settled()
    expect(router.currentRoute.value.path).toBe('/people/a/contacts')
    expect(screen.find('.note-amber[role=status]').text()).toContain('没有保存')
    const [saved, waiting] = screen.findAll('form input')
    expect((saved!.element as HTMLInputElement).value).toBe('')
    expect((waiting!.element as HTMLInputElement).value).toBe('shan@example.cn')
    expect(screen.find('.field-error').exists()).toBe(false)
    screen.unmount()
  })

  it('are there again after a wrong turn, and nowhere in the storage', async () => {
    const { screen, router, settled } = await open('/people/a/contacts', server)
    expect((screen.findAll('form input')[1]!.element as HTMLInputElement).value).toBe(
      'shan@example.cn',
    )
    await router.push('/people')
    await settled()
    await router.push('/people/a/contacts')
    await settled()
    const email = screen.findAll('form')[1]!
    expect((email.find('input').element as HTMLInputElement).value).toBe('shan@example.cn')
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('shan@')
    await email.trigger('submit')
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/people/a'), 30_000)
    screen.unmount()
  })

  it('are not written over what another wrote meanwhile, unless one says so', async () => {
    let version = 1
    const versions: (string | null)[] = []
    const shared = (heard: Heard): Reply => {
      if (heard.method !== 'PUT')
        return heard.path === '/api/people/a'
          ? { body: { ...person, contacts: [offer('telephone', version)] } }
          : { body: { items: [] } }
      versions.push(heard.headers.get('If-Match'))
      return heard.headers.get('If-Match') === `"v${version}"`
        ? { body: {} }
        : { status: 412, body: { code: 'contact.stale', detail: '已在别处更改' } }
    }
    const { screen, router, settled } = await open('/people/a/contacts', shared)
    await screen.find('form input').setValue('19900005555')
    version = 2 // the person himself, on another screen
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('form [role=alert]').text()).toContain('别处')
    expect((screen.find('form input').element as HTMLInputElement).value).toBe('19900005555')
    expect(screen.findAll('form [role=alert]')).toHaveLength(1)
    await screen.find('form [role=alert] .el-button--primary').trigger('click')
    await settled()
    expect(versions).toEqual(['"v1"', '"v2"'])
    expect(router.currentRoute.value.path).toBe('/people/a')
    screen.unmount()
  })
})

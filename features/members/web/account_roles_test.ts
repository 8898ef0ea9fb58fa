// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, settled, type Reply } from '@/test_mount'
import { useSession } from './session'

const account = {
  id: 'li',
  name: '李明',
  login: 'li',
  roles: ['reader'],
  state: 'active',
  made_at: 1,
  has_password: true,
  has_second_factor: false,
  person: null,
}

describe('a role that waits for a proof', () => {
  it('is named, is put aside by no other, and is given when the proof is', async () => {
    let proved = false
    const { screen, heard, router } = await open('/sign-in', ({ path }): Reply => {
      if (path === '/api/account') return { body: { proofs: ['password'] } }
      if (path === '/api/account/proof') proved = true
      if (path.endsWith('/roles') && !proved)
        return { status: 403, body: { status: 403, code: 'members.prove_again' } }
      return { body: path.startsWith('/api/accounts/') ? account : { items: [], next: null } }
    })
    const roles = ['security_administrator']
    useSession().begin({ id: 'p1', name: '张文', login: 'zhang', roles, attention: null })
    await router.push('/roles/li')
    await settled()
    const button = (words: string) =>
      screen.findAll('.role-row button').find((one) => one.text().includes(words))!
    await button('党组').trigger('click')
    await settled()
    expect(screen.find('[aria-labelledby=account-roles]').text()).toContain('授予李明：')
    expect(button('读者').attributes('disabled')).toBeDefined()
    await screen.find('.proof input').setValue('my password')
    await screen.find('.proof').trigger('submit')
    await settled()
    const asked = heard.filter(({ path }) => path.endsWith('/roles')).map(({ body }) => body)
    expect(asked.map((body) => (JSON.parse(body) as { role: string }).role)).toEqual([
      'party_group',
      'party_group',
    ])
    screen.unmount()
  })
})

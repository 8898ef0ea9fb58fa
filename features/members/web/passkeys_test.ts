// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bytesOf, passkeysHere, textOf } from './passkey_device'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const passkey = {
  id: 'p1',
  name: '电脑',
  site: 'zx.example',
  made_at: 1_700_000_000_000,
  used_at: null,
}
let proved = false
const server = (heard: Heard): Reply => {
  if (heard.path === '/api/account')
    return {
      body: {
        password: 'good',
        password_profile: 'asvs',
        has_password: true,
        sessions: [],
        second_factor: { offered: true, required: false, recovery_codes: 0 },
      },
    }
  if (heard.path === '/api/account/identity')
    return { body: { provider: '区认证', linked_at: 1_700_000_000_000 } }
  if (heard.path === '/api/account/passkeys') return { body: [passkey] }
  if (heard.path === '/api/account/proof') proved = true
  if (heard.path === '/api/account/passkeys/p1' && !proved)
    return { status: 403, body: { status: 403, code: 'members.prove_again', detail: '请再输入' } }
  return { status: 204 }
}

afterEach(() => vi.unstubAllGlobals())

describe('passkeys', () => {
  it('are not for an address of numbers or without TLS', () => {
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('PublicKeyCredential', class {})
    vi.stubGlobal(
      'AuthenticatorAttestationResponse',
      class {
        getAuthenticatorData() {}
      },
    )
    const at = (hostname: string) => {
      vi.stubGlobal('location', { hostname })
      return passkeysHere()
    }
    expect(at('zx.example')).toBe('yes')
    expect(at('192.0.2.1')).toBe('no_place')
    expect(at('[::1]')).toBe('no_place')
    vi.stubGlobal('isSecureContext', false)
    expect(at('zx.example')).toBe('no_place')
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('AuthenticatorAttestationResponse', class {})
    expect(at('zx.example')).toBe('too_old')
  })

  it('carry bytes as base64url and back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
    expect(textOf(bytes.buffer)).not.toMatch(/[+/=]/)
    expect([...bytesOf(textOf(bytes.buffer))]).toEqual([...bytes])
  })

  it('are removed once the password was shown again; the identity at the provider is told', async () => {
    proved = false
    const { screen, heard } = await open('/account', server)
    await settled()
    expect(screen.find('[aria-labelledby=account-identity]').text()).toContain('您的账号从')
    const card = screen.find('[aria-labelledby=account-passkeys]')
    expect(card.text()).toContain('这里不能用通行密钥')
    const remove = card.findAll('button').find((button) => button.text() === '删除')
    await remove!.trigger('click')
    await settled()
    await card.find('form.proof input').setValue('my password')
    await card.find('form.proof').trigger('submit')
    await settled()
    const removed = heard.filter(({ path }) => path === '/api/account/passkeys/p1')
    expect(removed).toHaveLength(2)
    screen.unmount()
  })
})

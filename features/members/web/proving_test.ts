// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A step that asks for a fresh proof: whichever way the account has, the step then goes on as it
// was asked for.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'
import * as device from './passkey_device'
import { useSession } from './session'

const stale = (): Reply => ({ status: 403, body: { status: 403, code: 'members.prove_again' } })
const acts = {
  items: [{ number: 1, by: 'p1', action: 'person.prove', at: 1, about: [] }],
  next: null,
}

async function auditor(
  proofs: string[],
  more: (heard: Heard) => Reply | undefined = () => undefined,
) {
  let proved = false
  const saved: string[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download)
  })
  const opened = await open(
    '/audit?action=person.prove',
    (heard) => {
      const answer = more(heard)
      if (answer) return answer
      if (heard.path === '/api/account') return { body: { proofs } }
      if (heard.path === '/api/account/proof') proved = true
      if (heard.path === '/api/demo/session') {
        proved = true
        return { status: 201, body: { person: useSession().person } }
      }
      if (heard.path === '/api/audit/acts/export') return proved ? { body: {} } : stale()
      return { body: heard.path === '/api/audit/acts' ? acts : { items: [] } }
    },
    'auditor',
  )
  const button = (words: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))
  const exports = () => opened.heard.filter(({ path }) => path === '/api/audit/acts/export')
  await vi.waitFor(() => expect(button('导出')).toBeDefined())
  button('导出')!.click()
  await settled()
  return { ...opened, button, exports, saved }
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('an export that asks for a fresh proof', () => {
  it('asks for the password over the page, and then saves the file that was asked for', async () => {
    const { exports, saved, screen } = await auditor(['password'])
    expect(saved).toEqual([])
    const typed = document.querySelector<HTMLInputElement>('.proof input')!
    expect(typed.type).toBe('password')
    typed.value = 'my password'
    typed.dispatchEvent(new Event('input'))
    document.querySelector('form.proof')!.dispatchEvent(new Event('submit'))
    await settled()
    expect(exports()).toHaveLength(2)
    expect(exports()[1]!.query.get('action')).toBe('person.prove')
    expect(saved).toEqual(['审计记录.csv'])
    screen.unmount()
  })

  it('asks for a code where there is no password', async () => {
    const { heard, saved, screen } = await auditor(['code', 'provider'])
    const typed = document.querySelector<HTMLInputElement>('.proof input')!
    typed.value = '123456'
    typed.dispatchEvent(new Event('input'))
    document.querySelector('form.proof')!.dispatchEvent(new Event('submit'))
    await settled()
    const sent = heard.find(({ path }) => path === '/api/account/proof')!
    expect(JSON.parse(sent.body)).toEqual({ code: '123456' })
    expect(saved).toHaveLength(1)
    screen.unmount()
  })

  it('takes a passkey', async () => {
    const answer = { credential_id: 'c', client_data: 'd', authenticator_data: 'a', signature: 's' }
    vi.spyOn(device, 'passkeysHere').mockReturnValue('yes')
    vi.spyOn(device, 'askPasskey').mockResolvedValue(answer)
    const { heard, button, saved, screen } = await auditor(['passkey'])
    expect(document.querySelector('.proof input')).toBeNull()
    button('用通行密钥确认')!.click()
    await settled()
    const sent = heard.find(({ path }) => path === '/api/account/proof')!
    expect(JSON.parse(sent.body)).toEqual({ passkey: answer })
    expect(saved).toHaveLength(1)
    screen.unmount()
  })

  it('sends who has nothing else to the provider, in a tab of its own', async () => {
    const opening = vi.fn()
    vi.stubGlobal('open', opening)
    const { heard, button, exports, screen } = await auditor(['provider'], ({ path }) => {
      if (path !== '/api/oidc/begin') return undefined
      return { status: 201, body: { address: 'https://id.example/auth' } }
    })
    useSession().about!.oidc = '统一认证'
    useSession().about = { ...useSession().about! }
    await settled()
    button('重新登录')!.click()
    await settled()
    const sent = heard.find(({ path }) => path === '/api/oidc/begin')!
    expect(JSON.parse(sent.body)).toEqual({ back: '/proved', prove: true })
    expect(opening).toHaveBeenCalledWith('https://id.example/auth', '_blank', 'noopener')
    button('已在那里登录')!.click()
    await settled()
    expect(exports()).toHaveLength(2)
    screen.unmount()
  })

  it('opens an account of the demo once more, and says so where there is no way at all', async () => {
    const { button, saved, screen } = await auditor([])
    expect(document.body.textContent).toContain('没有再次确认身份的办法')
    useSession().about = { ...useSession().about!, demo: true }
    await settled()
    button('再次打开这个演示账号')!.click()
    await settled()
    expect(saved).toHaveLength(1)
    screen.unmount()
  })
})

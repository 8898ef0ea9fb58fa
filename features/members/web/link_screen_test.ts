// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'

const server = (heard: Heard): Reply =>
  heard.path === '/api/account/link'
    ? { status: 422, body: { status: 422, code: 'members.link_spent', detail: '代码无效' } }
    : { status: 404 }

describe('the page of a link for an account', () => {
  it('takes the code of the link, sends it with the password, and says when it is spent', async () => {
    const { screen, heard } = await open('/account-link#code=7KQ2M-7KQ2M', server)
    const [code, password, again] = screen.findAll('form input')
    expect((code!.element as HTMLInputElement).value).toBe('7KQ2M-7KQ2M')
    await password!.setValue('春江潮水连海平上')
    await again!.setValue('春江潮水连海平上')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ path }) => path === '/api/account/link')!
    expect(JSON.parse(sent.body)).toEqual({ code: '7KQ2M-7KQ2M', password: '春江潮水连海平上' })
    expect(screen.text()).toContain('代码无效')
    screen.unmount()
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import * as words from '../design/say'
import { open, settled, type Heard, type Reply } from '../test_mount'

let said: MockInstance<typeof words.say>

const organisation = {
  id: 'o1',
  kind: 'department',
  name: '经济委',
  short_name: '经济委',
  code: 'jjw',
  parent: null,
  valid: { from: '2020-01-01', until: null },
  can_edit: true,
  version: 1,
}
const person = { id: 'a', name: '单立', can_edit: true, version: 1, memberships: [], tenures: [] }
const term = {
  id: 't2',
  number: 2,
  period: { from: '2022-01-05', until: null },
  runs: true,
  closed: false,
  version: 1,
  members: 1,
}

const server = ({ path, method }: Heard): Reply => {
  if (path === '/api/people' && method === 'POST') return { status: 201, body: { ...person } }
  if (path === '/api/people/a') return { body: person }
  if (path === '/api/terms') return { body: { can_edit: true, items: [term] } }
  if (path === '/api/organisations') return { body: { items: [organisation] } }
  return { body: { items: [] } }
}
const toast = () => String(said.mock.lastCall?.[0] ?? '')
type Opened = Awaited<ReturnType<typeof open>>
const button = ({ screen }: Opened, words: string) =>
  screen.findAll('form button').find((one) => one.text().includes(words))!

describe('a form that was left behind', () => {
  beforeEach(() => {
    said = vi.spyOn(words, 'say')
  })

  it('says that its words are back, and gives an empty one when asked', async () => {
    const opened = await open('/people/new', server)
    const { screen, router, heard } = opened
    expect(screen.text()).not.toContain('已恢复')
    const inputs = () => screen.findAll('form input')
    await inputs()[0]!.setValue('返回测试')
    await inputs()[1]!.setValue('旧名')
    await router.push('/people')
    await settled()
    await router.push('/people/new')
    await settled()
    expect(screen.find('.note-blue').text()).toContain('已恢复上次未保存的内容')
    expect((inputs()[0]!.element as HTMLInputElement).value).toBe('返回测试')
    await button(opened, '重新开始').trigger('click')
    expect(screen.find('.note-blue').exists()).toBe(false)
    await inputs()[0]!.setValue('欧阳测试')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = JSON.parse(heard.find((one) => one.method === 'POST')!.body)
    expect(sent).toMatchObject({ name: '欧阳测试', former_names: [] })
  })

  it('keeps nothing when it was cancelled, and says so', async () => {
    const opened = await open('/people/new', server)
    await opened.screen.find('form input').setValue('返回测试')
    await button(opened, '取消').trigger('click')
    await settled()
    expect(opened.router.currentRoute.value.path).toBe('/people')
    expect(toast()).toContain('没有保存')
    await opened.router.push('/people/new')
    await settled()
    expect(opened.screen.text()).not.toContain('已恢复')
    expect((opened.screen.find('form input').element as HTMLInputElement).value).toBe('')
  })

  it('tells the same where an edited thing is left by cancel', async () => {
    const opened = await open('/people/a/edit', server)
    await opened.screen.find('form input').setValue('单力')
    await button(opened, '取消').trigger('click')
    await settled()
    expect(toast()).toContain('没有保存')
    await opened.router.push('/people/a/edit')
    await settled()
    expect(opened.screen.text()).not.toContain('已恢复')
    expect((opened.screen.find('form input').element as HTMLInputElement).value).toBe('单立')
  })

  for (const path of ['/terms/new', '/terms/re-election', '/organisations/new', '/people/a/invite'])
    it(`is not made by what the program itself fills in: ${path}`, async () => {
      const { screen, router } = await open(path, server)
      await router.push('/people')
      await settled()
      await router.push(path)
      await settled()
      expect(screen.find('form.form-page').exists()).toBe(true)
      expect(screen.text()).not.toContain('已恢复')
    })
})

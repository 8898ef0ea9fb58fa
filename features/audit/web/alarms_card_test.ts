// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { useSession } from '../../members/web/session'
import { open, settled, type Heard } from '@/test_mount'

const alarm = {
  number: 9,
  at: 1_700_000_000_000,
  by: 'li',
  by_name: '李明',
  by_name_now: '',
  action: 'alarm.contact_looks',
  result: 'alarm',
  kind: 'alarm',
  object: 'li',
  object_name: '李明',
  about: [],
  version: 0,
}

async function roles_of(role: string, alarms: object[], path = '/roles') {
  const opened = await open('/sign-in', ({ path }: Heard) => ({
    body: { items: path === '/api/audit/alarms' ? alarms : [], next: null },
  }))
  useSession().begin({ id: 'p1', name: '张文', login: 'zhang', roles: [role], attention: null })
  await opened.router.push(path)
  await settled()
  return opened
}

describe('alarms', () => {
  it('stand above the roles, for the security administrator', async () => {
    const { screen } = await roles_of('security_administrator', [alarm])
    const card = screen.find('[aria-labelledby=alarms-title]').text()
    expect(card).toContain('李明')
    expect(card).toContain('十分钟内查看联系方式达到 200 次')
    screen.unmount()
  })

  it('are not there where there is none', async () => {
    const { screen } = await roles_of('security_administrator', [])
    expect(screen.find('[aria-labelledby=alarms-title]').exists()).toBe(false)
    screen.unmount()
  })

  it('lead the auditor to the looks behind them', async () => {
    const { screen } = await roles_of('auditor', [alarm], '/audit')
    const link = screen.find('[aria-labelledby=alarms-title] a').attributes('href')
    expect(link).toBe('/audit?person=li&action=sealed_value.look')
    screen.unmount()
  })

  it('are not asked for by others', async () => {
    const { screen, heard } = await roles_of('system_administrator', [alarm])
    expect(heard.some(({ path }) => path === '/api/audit/alarms')).toBe(false)
    screen.unmount()
  })
})

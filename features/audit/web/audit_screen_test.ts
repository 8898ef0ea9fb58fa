// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import { open, settled, type Heard } from '@/test_mount'
import type { Act } from './audit_api'

const act = (changes: Partial<Act>): Act => ({
  number: 1,
  at: 0,
  by: 'li',
  by_name: '李明',
  by_name_now: '',
  action: 'plan.edit',
  result: 'done',
  kind: 'plan',
  object: '0190-plan',
  object_name: '',
  about: [],
  version: 2,
  ...changes,
})

const acts = [
  act({}),
  act({
    number: 2,
    by: '',
    by_name: '',
    action: 'denial.sign_in',
    result: 'refused',
    kind: 'sign_in',
    object: 'li',
    object_name: '李明',
    version: 0,
  }),
  act({ number: 3, by: '', by_name: '', action: 'some.new_kind', object: '', version: 0 }),
  act({ number: 4, by: 'cli:li/root', by_name: '', action: 'person.add', about: [] }),
  act({
    number: 5,
    by_name_now: '李大明',
    action: 'person.grant',
    kind: 'person',
    about: ['members.web.role.convenor'],
  }),
  act({
    number: 6,
    action: 'denial.object',
    result: 'refused',
    kind: 'refused_object',
    about: ['operation.lookAtContact'],
  }),
  act({ number: 7, action: 'alarm.contact_looks', result: 'alarm', kind: 'alarm', version: 0 }),
  act({ number: 8, action: 'scoring_round.close', kind: 'scoring_round', object: '0190-round' }),
  act({ number: 9, action: 'scoring_round.open', kind: 'scoring_round', object: '0191-round' }),
]
const record = (misfits?: number) => ({
  events: 3,
  newest_at: 0,
  head: 'ab12',
  last_check: misfits === undefined ? null : { at: 0, by_name: '审计员', events: 1234, misfits },
})
const server =
  (misfits?: number) =>
  ({ path }: Heard) => ({
    body: path.endsWith('/record') ? record(misfits) : { items: acts, next: null },
  })

describe('the audit', () => {
  afterEach(() => speak('zh-CN'))

  it('says in words who did what, and shows a code that has none', async () => {
    const { screen } = await open('/audit', server(), 'auditor')
    const rows = screen.findAll('.acts tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('修改计划')
    expect(rows[0]).toContain('李明')
    expect(rows[1]).toContain('登录失败')
    expect(rows[1]).toContain('未登录者')
    expect(rows[1]).toContain('被拒绝')
    expect(rows[2]).toContain('some.new_kind')
    expect(rows[2]).toContain('本程序')
    expect(rows[3]).toContain('命令行 li/root')
    expect(rows[6]).toContain('十分钟内查看联系方式达到 200 次')
    expect(rows[6]).toContain('警报')
    expect(rows[4]).toContain('授予角色 召集人')
    expect(rows[4]).toContain('李明')
    expect(rows[4]).toContain('现名：李大明')
    expect(rows[5]).toContain('查看无权查看的对象')
    expect(rows[5]).not.toContain('lookAtContact')
    await speak('en')
    await settled()
    expect(screen.find('.acts tbody').text()).toContain('Failed to sign in')
  })

  it('leads to the names behind the scores of a closed round, and of no other', async () => {
    const { screen } = await open('/audit', server(), 'auditor')
    const names = screen.findAll('.acts a').filter((one) => one.text() === '谁给了多少分')
    expect(names.map((one) => one.attributes('href'))).toEqual(['/scoring/0190-round/names'])
  })

  it('asks for whole days of the committee', async () => {
    const { heard } = await open('/audit?from=2026-11-29&until=2026-11-29', server(), 'auditor')
    const asked = heard.find((one) => one.path.endsWith('/acts'))!.query
    expect(asked.get('from')).toBe(String(Date.UTC(2026, 10, 28, 16)))
    expect(asked.get('until')).toBe(String(Date.UTC(2026, 10, 29, 16)))
  })

  it('narrows to a person and back', async () => {
    const { screen, router } = await open('/audit?sort=oldest', server(), 'auditor')
    await screen.find('.acts tbody a').trigger('click')
    await settled()
    expect(router.currentRoute.value.query).toEqual({ sort: 'oldest', person: 'li' })
    const back = screen.findAll('.filter-bar button').find((one) => one.text().includes('李明'))!
    await back.trigger('click')
    await settled()
    expect(router.currentRoute.value.query.person).toBeUndefined()
  })

  it('says loudly that a check found something', async () => {
    const sound = await open('/audit', server(0), 'auditor')
    expect(sound.screen.find('.record').text()).toContain('1,234 条全部完好')
    expect(sound.screen.find('.record [role=alert]').exists()).toBe(false)
    const unsound = await open('/audit', server(2), 'auditor')
    expect(unsound.screen.find('.record [role=alert]').text()).toContain('2 处不符')
  })

  it('is where the auditor begins, and the work of the assembly is not offered', async () => {
    const { screen, router, heard } = await open('/', server(), 'auditor')
    expect(router.currentRoute.value.path).toBe('/audit')
    expect(screen.find('.top-nav').text()).toBe('账号角色权限审计')
    expect(screen.find('.search-opener').exists()).toBe(false)
    expect(heard.every((one) => one.path.startsWith('/api/audit/'))).toBe(true)
  })
})

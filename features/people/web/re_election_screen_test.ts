// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { ReElectionPreview } from './register_api'

const body = (name: string) => ({ id: name, name, short_name: name })
const member = (id: string, name: string) => ({
  id,
  name,
  invented: false,
  has_namesake: false,
  sector: body('经济界'),
  group: body('城关街道'),
})
const term = (number: number, until: string | null) => ({
  id: `t${number}`,
  number,
  period: { from: '2022-01-05', until },
  runs: true,
  closed: false,
  version: 1,
  members: 3,
})
const preview: ReElectionPreview = {
  closes: term(2, null),
  last_day: '2026-12-31',
  next_number: 3,
  members: [member('a', '单立'), member('b', '曾敏'), member('c', '王一')],
  ends: [{ tenure_id: 'k', person_id: 'a', name: '单立', title: '主席', organisation: '区政协' }],
}

const server = ({ method, path }: Heard): Reply =>
  path === '/api/terms' && method === 'GET'
    ? { body: { can_edit: true, items: [term(2, null)] } }
    : method === 'POST'
      ? {
          status: 201,
          body: { closed: term(2, '2026-12-31'), next: term(3, null), named: 2, ended: 1 },
        }
      : { body: preview }

describe('a re-election', () => {
  it('says what it will do, and does nothing before it is confirmed', async () => {
    const { screen, heard, settled, router } = await open('/terms/re-election', server)
    const posts = () => heard.filter(({ method }) => method === 'POST')
    await screen.find('input[type=date]').setValue('2027-01-01')
    await settled()
    expect(screen.find('form input').element).toHaveProperty('value', '3')
    const boxes = screen.findAll<HTMLInputElement>('.names-list input')
    expect(boxes.map((box) => box.element.checked)).toEqual([false, false, false])
    await boxes[0]!.setValue(true)
    await boxes[2]!.setValue(true)
    await screen.find('form').trigger('submit')
    await settled()
    const told = document.querySelector('.ask-dialog')!.textContent!
    expect(told).toContain('第二届于 2026-12-31 结束')
    expect(told).toContain('第三届从 2027-01-01 开始')
    expect(told).toContain('2 人连任第三届，直接成为在任委员')
    expect(told).toContain('1 人不连任')
    expect(told).toContain('区政协 主席')
    expect(posts()).toHaveLength(0)
    document.querySelector<HTMLElement>('.ask-dialog .el-button--primary')!.click()
    await settled()
    expect(JSON.parse(posts()[0]!.body)).toEqual({
      number: 3,
      period: { from: '2027-01-01', until: null },
      named: ['a', 'c'].map((person_id) => ({
        person_id,
        sector_id: '经济界',
        group_id: '城关街道',
        confirmed: true,
      })),
    })
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/terms'), 4000)
  })

  it('proposes the next number, takes it as people write it, and warns of a gap and of nobody', async () => {
    const { screen, heard, settled } = await open('/terms/re-election', server)
    const number = screen.find<HTMLInputElement>('form input')
    expect(number.element.value).toBe('3')
    await screen.find('input[type=date]').setValue('2027-01-01')
    await settled()
    await number.setValue('下一届')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.field-error').text()).toContain('请填写第几届')
    expect(document.querySelector('.ask-dialog')).toBeNull()
    await number.setValue('第七届')
    await screen.find('form').trigger('submit')
    await settled()
    const told = document.querySelector('.ask-dialog')!.textContent!
    expect(told).toContain('下一届应为第三届，您填写的是第七届')
    expect(told).toContain('没有勾选任何连任人员')
    expect(told).toContain('不能撤销')
    document.querySelector<HTMLElement>('.ask-dialog .el-button--primary')!.click()
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toMatchObject({ number: 7, named: [] })
  })

  it('chooses all who are found, and says why a day does not do', async () => {
    const { screen, settled } = await open('/terms/re-election', (heard) =>
      heard.query.get('from') === '1999-01-01'
        ? { status: 422, body: { code: 'term.none_to_close', detail: '没有在任的届次' } }
        : server(heard),
    )
    await screen.find('input[type=date]').setValue('2027-01-01')
    await settled()
    await screen.find('.names-head input').setValue('曾')
    await screen.find('.names-head .link-button').trigger('click')
    expect(screen.find('.names-head [role=status]').text()).toBe('已选 1 人，共 3 人')
    await screen.find('input[type=date]').setValue('1999-01-01')
    await settled()
    expect(screen.find('.note-red').text()).toContain('没有在任的届次')
    await screen.find('form').trigger('submit')
    await settled()
    expect(document.querySelector('.ask-dialog')).toBeNull()
  })
})

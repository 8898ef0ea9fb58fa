// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { monthsOf } from './calendar_months'
import { itemsOf } from './setting_rows_form'
import { durationParts, durationText, freshId, frequencyShown } from './setting_words'
import type { CalendarDay, SettingView } from './settings_api'

const columns = {
  names: false,
  frequency: false,
  weight: false,
  reviewers: false,
  fixed: false,
  closed: false,
}
const notice = (rest: Partial<SettingView> = {}): SettingView => ({
  key: 'thematic_notice',
  group: 'notice',
  kind: 'duration',
  name: '专题协商会通知',
  why: '书面通知提前多久发出。',
  source: 'domain.md §1.5',
  value: { text: '10wd', items: [] },
  shown: '10 个工作日',
  default_value: { text: '10wd', items: [] },
  default_shown: '10 个工作日',
  is_default: true,
  least: 1,
  most: 180,
  may_be_empty: false,
  months: false,
  columns,
  reviewer_roles: [],
  changed: null,
  version: 0,
  ...rest,
})

const nothing_else = { id: 'a', name: '', name_en: '', weight: null, turn: null, count: null }

describe('settings', () => {
  it('take durations apart and put them together', () => {
    expect(durationParts('15wd')).toEqual({ count: '15', unit: 'wd' })
    expect(durationParts('')).toEqual({ count: '', unit: 'd' })
    expect(durationText(' 3 ', 'mo')).toBe('3mo')
    expect(durationText('', 'mo')).toBe('')
  })

  it('say how often a form is usual', () => {
    const shown = (least: number | null, most: number | null) =>
      frequencyShown({ ...nothing_else, least, most })
    expect([shown(1, 2), shown(2, 2), shown(1, null), shown(null, 3), shown(null, null)]).toEqual([
      '1–2',
      '2',
      '≥ 1',
      '≤ 3',
      '—',
    ])
  })

  it('send of a row only what its list has', () => {
    const row = { id: 'a', name: ' 党建 ', name_en: '', least: '', most: 'x', weight: '3' }
    const rows = [{ ...row, turn: '1', count: '1' }]
    expect(itemsOf({ columns: { ...columns, names: true, frequency: true } }, rows)).toEqual([
      { ...row, name: '党建', least: null, most: -1, weight: null, turn: null, count: null },
    ])
    expect(freshId([{ id: 'own_2' }])).toBe('own_3')
  })

  it('are changed with a reason, against the version that was seen', async () => {
    let kept = notice()
    const { heard, screen, settled } = await open(
      '/settings/thematic_notice/edit',
      ({ method, path }: Heard): Reply => {
        if (path.endsWith('/history')) return { body: { items: [] } }
        if (method === 'PUT') kept = notice({ shown: '15 个工作日', version: 1 })
        return { body: kept }
      },
    )
    const form = screen.find('form.form')
    await form.trigger('submit')
    await settled()
    expect(screen.text()).toContain('请写明修改理由')
    expect(heard.some((one) => one.method === 'PUT')).toBe(false)
    await screen.find('input[inputmode=numeric]').setValue('15')
    await screen.find('form.form textarea').setValue('区委要求')
    await form.trigger('submit')
    await settled()
    const put = heard.find((one) => one.method === 'PUT')!
    expect(JSON.parse(put.body)).toEqual({
      value: { text: '15wd', items: [] },
      reason: '区委要求',
    })
    expect(put.headers.get('If-Match')).toBe('"v0"')
    expect(screen.text()).toContain('15 个工作日')
  })

  it('are looked at by a reader, who is offered no change', async () => {
    const { screen } = await open(
      '/settings/thematic_notice',
      ({ path }: Heard): Reply => ({
        body: path.endsWith('/history') ? { items: [] } : notice(),
      }),
      'reader',
    )
    expect(screen.text()).toContain('10 个工作日')
    expect(screen.findAll('.page-actions button')).toHaveLength(0)
  })
})

describe('a calendar', () => {
  const days = (from: string, count: number): CalendarDay[] =>
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.parse(`${from}T00:00Z`) + index * 86_400_000)
      return { day: day.toISOString().slice(0, 10), kind: 'workday', name: '', name_en: '' }
    })

  it('is shown in months whose weeks begin with Monday', () => {
    const months = monthsOf(days('2026-01-01', 365)) // 1 January 2026 is a Thursday
    expect(months).toHaveLength(12)
    expect(months[0]!.weeks[0]!.map((day) => day?.day.slice(8))).toEqual(
      [undefined, undefined, undefined].concat(['01', '02', '03', '04'] as never),
    )
    expect(months.flatMap((month) => month.weeks.flat()).filter(Boolean)).toHaveLength(365)
    expect(months[1]!.weeks[0]![6]!.day).toBe('2026-02-01')
  })
})

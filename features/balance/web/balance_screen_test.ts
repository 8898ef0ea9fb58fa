// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { Balance, PlanBalance } from './balance_api'
import { shownKinds, usualOf } from './balance_words'

const of_year = (year: number, thematic: number): PlanBalance => ({
  id: `p${year}`,
  title: `${year}年计划`,
  year,
  state: 'draft',
  total: thematic,
  cells: thematic ? [{ field: 'society', kind: 'thematic', count: thematic }] : [],
  kinds: [
    { kind: 'thematic', count: thematic, hint: thematic < 2 ? 'below' : 'within' },
    { kind: 'biweekly', count: 0, hint: 'none' },
  ],
  fields: [
    { field: 'society', count: thematic },
    { field: null, count: 0 },
  ],
})
const balance: Balance = {
  fields: [{ id: 'society', name: '社会' }],
  kinds: [
    { id: 'thematic', name: '专题协商', least: 2, most: 4 },
    { id: 'biweekly', name: '双周协商', least: null, most: null },
  ],
  plans: [of_year(2026, 3), of_year(2025, 1)],
}
const server = (heard: Heard): Reply => ({
  body: heard.path.endsWith('/years') ? { years: [2026, 2025] } : balance,
})

describe('the balance of plans', () => {
  it('sets the years side by side and hints where a count is unusual', async () => {
    const { screen } = await open('/plans/balance', server)
    const row = screen.find('[aria-labelledby=balance-years] tbody tr')
    expect(row.find('th').text()).toBe('专题协商')
    expect(row.findAll('td').map((cell) => cell.text())).toEqual(['2–4', '3', '偏少 1'])
  })

  it('shows each plan by fields and kinds, with heads for both', async () => {
    const { screen } = await open('/plans/balance', server)
    const table = screen.find('[aria-labelledby=balance-p2026] table')
    expect(table.findAll('thead th').every((head) => head.attributes('scope') === 'col')).toBe(true)
    expect(table.find('tbody tr').text()).toContain('社会')
    expect(table.find('tbody td').text()).toBe('3')
  })

  it('leaves out kinds that nobody has and that nothing is usual of', () => {
    expect(shownKinds(balance).map((kind) => kind.id)).toEqual(['thematic'])
    expect(usualOf({ id: 'plenary', name: '', least: 1, most: 1 })).toBe('1')
    expect(usualOf({ id: 'plenary', name: '', least: 1, most: null })).toBe('≥ 1')
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'
import type { RosterRow, RosterView } from './roster_api'
import { unknown_sector } from './roster_fixture'

const none = { added: 0, changed: 0, same: 0, ambiguous: 0, wrong: 0, moved: 0 }
const no_gaps = { rows_without_term: 0, terms: [], places: [], no_members: 0 }

function view(more: Partial<RosterView>): RosterView {
  const column = { letter: 'A', samples: ['王芳'], as_last_time: false }
  return {
    id: 'r1',
    file_name: '名册.csv',
    size: 100,
    state: 'open',
    version: 2,
    uploaded_at: 0,
    uploaded_by_name: '张文',
    chosen: true,
    file_kept: true,
    rows_kept: false,
    options: {
      sheet: null,
      head_row: 1,
      term_number: null,
      columns: [{ column: 0, field: 'name' }],
      places: [],
      people: [],
    },
    sheets: [],
    heads: [],
    columns: [
      { ...column, column: 0, head: '姓名', field: 'name' },
      { ...column, column: 1, letter: 'B', head: '界别名称', field: null },
    ],
    terms: [],
    sectors: [],
    groups: [],
    counts: { ...none, wrong: 3 },
    gaps: no_gaps,
    result: null,
    last_time: null,
    actions: [],
    ...more,
  }
}

const gaps: RosterView['gaps'] = {
  rows_without_term: 3,
  terms: [],
  places: [
    { field: 'sector', words: ['体育', '体育界'], rows: 2, name: '体育界', usual: true, like: '' },
    { field: 'sector', words: ['渔业'], rows: 1, name: '渔业', usual: false, like: '' },
    { field: 'group', words: ['河西'], rows: 1, name: '河西', usual: true, like: '' },
  ],
  no_members: 0,
}

function server(roster: RosterView, rows: RosterRow[] = []) {
  return (heard: Heard): Reply => {
    if (heard.path.endsWith('/rows'))
      return { body: { items: rows, next: null, total: rows.length } }
    if (heard.path.endsWith('/places'))
      return { status: 201, body: { ...roster, version: 3, gaps: no_gaps } }
    if (heard.path.endsWith('/steps')) return { body: { items: [] } }
    if (heard.path === '/api/roster-imports')
      return {
        body: {
          items: [{ ...roster, result: { ...none, added: 2, wrong: 4, ambiguous: 2 } }],
          next: null,
        },
      }
    return { body: roster }
  }
}

describe('a roster for which the register lacks something', () => {
  it('says so first, and adds what is ticked under the names that stand there', async () => {
    const { screen, heard } = await open('/people/import/r1', server(view({ gaps })))
    await settled()
    const missing = screen.find('.roster-gaps')
    expect(missing.text()).toContain('3 行因此不能导入')
    expect(missing.text()).toContain('有 2 个界别在人员库中没有，涉及 3 行')
    expect(
      missing
        .findAll('input[type=checkbox]')
        .map((one) => (one.element as HTMLInputElement).checked),
    ).toEqual([true, false, true])
    await missing.findAll('tbody input:not([type=checkbox])')[0]!.setValue('体育与健康界')
    await missing.find('form').trigger('submit')
    await settled()
    const sent = heard.find((one) => one.path.endsWith('/places'))!
    expect(sent.headers.get('If-Match')).toBe('"v2"')
    expect(JSON.parse(sent.body).places).toEqual([
      { field: 'sector', words: ['体育', '体育界'], name: '体育与健康界' },
      { field: 'group', words: ['河西'], name: '河西' },
    ])
    expect(screen.find('.roster-gaps').exists()).toBe(false)
  })

  it('leads to a term and back', async () => {
    const { screen, router } = await open('/people/import/r1', server(view({ gaps })))
    await settled()
    await screen.find('.roster-gaps .note .el-button').trigger('click')
    await expect
      .poll(() => router.currentRoute.value.fullPath)
      .toBe('/terms/new?back=/people/import/r1')
  })

  it('says which columns are left out, and that people become no members', async () => {
    const few = view({ gaps: { ...no_gaps, no_members: 3 }, counts: { ...none, added: 3 } })
    const { screen } = await open('/people/import/r1', server(few))
    await settled()
    expect(screen.text()).toContain('新增的 3 人不会成为委员：没有界别列')
    expect(screen.text()).toContain('不导入的 1 列：界别名称（B）')
  })
})

describe('a roster that is imported', () => {
  const result = { ...none, added: 1, wrong: 1 }
  const imported = view({ state: 'imported', rows_kept: true, result })
  it('shows who was left out and why, and gives it as a table', async () => {
    const { screen, heard } = await open('/people/import/r1', server(imported, [unknown_sector]))
    await settled()
    expect(heard.find((one) => one.path.endsWith('/rows'))!.query.get('left_out')).toBe('true')
    expect(screen.find('.roster-rows tbody').text()).toMatch(/李强.*没有这个界别/s)
    const files = screen.findAll('.roster-downloads a').map((one) => one.attributes('href'))
    expect(files).toEqual([
      '/api/roster-imports/r1/left-out?format=xlsx',
      '/api/roster-imports/r1/left-out?format=csv',
    ])
  })

  it('leads to whom it entered', async () => {
    const made: RosterRow = { ...unknown_sector, kind: 'added', troubles: [], person_id: 'p9' }
    const { screen } = await open('/people/import/r1', server(imported, [made]))
    await settled()
    await screen.findAll('.roster-chips button')[1]!.trigger('click')
    await settled()
    expect(screen.find('.roster-rows a').attributes('href')).toBe('/people/p9')
  })

  it('is listed with how many rows were left out', async () => {
    const { screen, heard } = await open('/people/import?state=imported', server(imported))
    await settled()
    expect(screen.find('tbody tr').text()).toContain('未导入 6 行')
    const asked = heard.find((one) => one.path === '/api/roster-imports')!
    expect(asked.query.get('state')).toBe('imported')
    expect(screen.find('a[href="/api/roster-imports/export?state=imported"]').exists()).toBe(true)
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'
import type { RosterRow, RosterView } from './roster_api'

const none = { added: 0, changed: 0, same: 0, ambiguous: 0, wrong: 0, moved: 0 }

function view(more: Partial<RosterView>): RosterView {
  return {
    id: 'r1',
    file_name: '名册.csv',
    size: 100,
    state: 'open',
    version: 1,
    uploaded_at: 0,
    uploaded_by_name: '张文',
    chosen: false,
    options: {
      sheet: null,
      head_row: 1,
      term_number: null,
      columns: [{ column: 0, field: 'name' }],
      places: [],
      people: [],
    },
    sheets: [],
    heads: [{ row: 1, words: '姓名 · 所在党派' }],
    columns: [
      { column: 0, letter: 'A', head: '姓名', samples: ['王芳'], field: 'name' },
      { column: 1, letter: 'B', head: '所在党派', samples: ['民建'], field: null },
    ],
    terms: [2],
    sectors: [{ id: 's1', name: '经济界' }],
    groups: [],
    counts: none,
    result: null,
    ...more,
  }
}

const unknown_sector: RosterRow = {
  row: 3,
  name: '李强',
  kind: 'wrong',
  moved: false,
  changes: [],
  troubles: [
    {
      field: 'sector',
      letter: 'C',
      value: '商贸',
      code: 'roster.no_sector',
      words: '没有这个界别。',
    },
  ],
  candidates: [],
}
const namesakes: RosterRow = {
  row: 4,
  name: '王芳',
  kind: 'ambiguous',
  moved: false,
  changes: [],
  troubles: [],
  candidates: [{ id: 'p7', words: '王芳 · 1971-04' }],
}

function server(roster: RosterView, rows: RosterRow[] = [], confirmed?: Reply) {
  return (heard: Heard): Reply => {
    if (heard.path.endsWith('/rows'))
      return { body: { items: rows, next: null, total: rows.length } }
    if (heard.path.endsWith('/confirmation')) return confirmed ?? { body: none }
    if (heard.path.endsWith('/progress')) return { body: { done: 0, total: 0 } }
    if (heard.method === 'PUT') return { body: { ...roster, chosen: true, version: 2 } }
    return { body: roster }
  }
}

const chosen = (counts: Partial<typeof none>) =>
  view({ chosen: true, version: 2, counts: { ...none, ...counts } })

describe('an import of a roster', () => {
  it('sends what the columns are, as the office changed them', async () => {
    const { screen, heard } = await open('/people/import/r1', server(view({})))
    await settled()
    await screen.findAll('tbody select')[1]!.setValue('party')
    await screen.find('form').trigger('submit')
    await settled()
    const put = heard.find((one) => one.method === 'PUT')!
    expect(put.headers.get('If-Match')).toBe('"v1"')
    expect(JSON.parse(put.body).columns).toEqual([
      { column: 0, field: 'name' },
      { column: 1, field: 'party' },
    ])
    expect(screen.text()).toContain('确认导入')
  })

  it('offers the sectors for one that is unknown, and the people of one name', async () => {
    const { screen, heard } = await open(
      '/people/import/r1',
      server(chosen({ wrong: 1, ambiguous: 1 }), [unknown_sector, namesakes]),
    )
    await settled()
    const [place, person] = screen.findAll('tbody select')
    await place!.setValue('s1')
    await settled()
    await person!.setValue('p7')
    await settled()
    const puts = heard.filter((one) => one.method === 'PUT').map((one) => JSON.parse(one.body))
    expect(puts[0].places).toEqual([{ field: 'sector', words: '商贸', organisation_id: 's1' }])
    expect(puts[1].people).toEqual([{ row: 4, person_id: 'p7' }])
  })

  it('writes only when wrong rows are left out on purpose', async () => {
    const { screen, heard } = await open(
      '/people/import/r1',
      server(chosen({ added: 2, wrong: 1 }), [unknown_sector]),
    )
    await settled()
    const buttons = screen.findAll('.form-actions button')
    const button = buttons[buttons.length - 1]!
    expect(button.attributes('disabled')).toBeDefined()
    await screen.find('input[type=checkbox]').setValue(true)
    await button.trigger('click')
    await settled()
    const sent = heard.find((one) => one.path.endsWith('/confirmation'))!
    expect(JSON.parse(sent.body)).toEqual({ leave_out: true })
  })

  it('shows what moved in the register meanwhile before anything is written', async () => {
    const { screen } = await open('/people/import/r1', server(chosen({ added: 2, moved: 1 })))
    await settled()
    expect(screen.find('[role=alert]').text()).toContain('未写入任何内容')
    const buttons = screen.findAll('.form-actions button')
    expect(buttons[buttons.length - 1]!.attributes('disabled')).toBeDefined()
  })
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'
import type { RosterRow, RosterView } from './roster_api'
import { unknown_sector } from './roster_fixture'

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
    file_kept: true,
    rows_kept: false,
    gaps: { rows_without_term: 0, terms: [], places: [], no_members: 0 },
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
      {
        column: 0,
        letter: 'A',
        head: '姓名',
        samples: ['王芳'],
        field: 'name',
        as_last_time: false,
      },
      {
        column: 1,
        letter: 'B',
        head: '所在党派',
        samples: ['民建'],
        field: null,
        as_last_time: false,
      },
    ],
    terms: [2],
    sectors: [{ id: 's1', name: '经济界' }],
    groups: [],
    counts: none,
    result: null,
    last_time: null,
    actions: [
      { action: 'import', refusal: null },
      { action: 'discard', refusal: null },
    ],
    ...more,
  }
}

const namesakes: RosterRow = {
  row: 4,
  name: '王芳',
  kind: 'ambiguous',
  moved: false,
  changes: [],
  troubles: [],
  candidates: [{ id: 'p7', words: '王芳 · 1971-04' }],
  person_id: null,
}

const steps = [
  {
    at: 0,
    by_name: '李文',
    action: 'discard',
    from: 'open',
    to: 'discarded',
    reason: '传错了',
    version: 3,
  },
]

function server(roster: RosterView, rows: RosterRow[] = [], confirmed?: Reply) {
  return (heard: Heard): Reply => {
    if (heard.path.endsWith('/rows'))
      return { body: { items: rows, next: null, total: rows.length } }
    if (heard.path.endsWith('/confirmation')) return confirmed ?? { body: none }
    if (heard.path.endsWith('/steps') && heard.method === 'POST') return { status: 201, body: {} }
    if (heard.path.endsWith('/steps')) return { body: { items: steps } }
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

  it('names the term that a row begins as everybody does', async () => {
    const changes = [{ field: 'term' as const, before: '', after: '2' }]
    const row: RosterRow = { ...namesakes, kind: 'added', changes, candidates: [] }
    const { screen } = await open('/people/import/r1', server(chosen({ added: 1 }), [row]))
    expect(screen.find('.roster-details').text()).toContain('第二届')
  })

  it('asks in its own words for the reason why contacts go along', async () => {
    const lists = ({ path, method }: Heard): Reply =>
      method === 'POST'
        ? { status: 500 }
        : path === '/api/terms'
          ? { body: { items: [] } }
          : { body: { items: [], next: null } }
    const { screen, heard } = await open('/people/import', lists)
    const form = screen.find('form.roster-export')
    await form.find('input[type=checkbox]').setValue(true)
    await form.trigger('submit')
    await settled()
    expect(form.find('.field-error').text()).toBe('请说明理由。')
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
    expect(form.find('input[required]').exists()).toBe(false)
    expect(heard.filter(({ method }) => method === 'POST')).toHaveLength(0)
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
    const button = screen.find('.form-actions .el-button--primary')
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
    const button = screen.find('.form-actions .el-button--primary')
    expect(button.attributes('disabled')).toBeDefined()
  })

  it('says which columns are as the last time', async () => {
    const { screen } = await open(
      '/people/import/r1',
      server(
        view({
          last_time: { file_name: '去年.csv', uploaded_at: 0, uploaded_by_name: '李文' },
          columns: view({}).columns.map((one) =>
            one.column === 1 ? { ...one, field: 'party', as_last_time: true } : one,
          ),
        }),
      ),
    )
    await settled()
    expect(screen.text()).toContain('去年.csv')
    const rows = screen.findAll('tbody tr')
    expect(rows[0]!.text()).not.toContain('与上次相同')
    expect(rows[1]!.text()).toContain('与上次相同')
    await rows[1]!.find('select').setValue('unit')
    expect(rows[1]!.text()).not.toContain('与上次相同')
  })

  it('is discarded with a reason only', async () => {
    const { screen, heard } = await open('/people/import/r1/steps/discard', server(view({})))
    await settled()
    await screen.find('form').trigger('submit')
    await settled()
    expect(heard.some((one) => one.method === 'POST')).toBe(false)
    await screen.find('textarea').setValue('传错了')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find((one) => one.method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({ action: 'discard', reason: '传错了' })
    expect(sent.headers.get('If-Match')).toBe('"v1"')
  })

  it('says that it was discarded, by whom and why, and offers to restore it', async () => {
    const discarded = view({ state: 'discarded', actions: [{ action: 'restore', refusal: null }] })
    const { screen } = await open('/people/import/r1', server(discarded))
    await settled()
    expect(screen.find('h2').text()).toBe('已作废')
    expect(screen.text()).toContain('李文')
    expect(screen.text()).toContain('传错了')
    expect(screen.text()).toContain('恢复这次导入')
    expect(screen.text()).not.toContain('确认导入')
  })

  it('offers to erase the file of what is imported, and says when it is erased', async () => {
    const imported = view({ state: 'imported', actions: [{ action: 'erase', refusal: null }] })
    const { screen } = await open('/people/import/r1', server(imported))
    await settled()
    expect(screen.text()).toContain('销毁原件')
    expect(screen.text()).not.toContain('原件已经销毁')
    const erased = view({ state: 'imported', actions: [], file_kept: false })
    const after = await open('/people/import/r1', server(erased))
    await settled()
    expect(after.screen.text()).toContain('原件已经销毁')
    expect(after.screen.find('.history ~ .form-actions').exists()).toBe(false)
  })
})

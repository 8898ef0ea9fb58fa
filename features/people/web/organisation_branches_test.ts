// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { keysOf, rowsSeen, sizeOf, treeOf, type Branch } from './organisation_branches'
import type { Organisation, OrganisationKind } from './register_api'

const one = (
  id: string,
  kind: OrganisationKind,
  parent_id: string | null = null,
  until: string | null = null,
): Organisation => ({
  id,
  kind,
  name: id,
  short_name: id,
  code: id,
  parent_id,
  valid: { from: '2020-01-01', until },
  stands: true,
  invented: false,
  posts: 0,
  version: 1,
})
const outline = (branches: readonly Branch[]): unknown[] =>
  branches.map((branch) => [branch.organisation?.id ?? branch.kind, ...outline(branch.branches)])

const all = [
  one('行政', 'department'),
  one('文教', 'special_committee', '政协'),
  one('政协', 'committee'),
  one('经济', 'special_committee', '政协'),
  one('城关', 'sub_district', '政协'),
  one('旧委', 'special_committee', '政协', '2022-12-31'),
]

describe('the organisation chart', () => {
  it('hangs each under its parent, several of a kind under the name of their kind', () => {
    expect(outline(treeOf(all, '2026-01-01'))).toEqual([
      ['政协', ['special_committee', ['文教'], ['经济']], ['城关']],
      ['行政'],
    ])
  })

  it('shows what stood on the day', () => {
    const [committee] = treeOf(all, '2022-06-01')
    expect(sizeOf(committee!)).toBe(4)
    expect(treeOf(all, '2019-12-31')).toEqual([])
  })

  it('loses nobody whose parent no longer stands', () => {
    const orphan = [one('撤', 'room', null, '2022-12-31'), one('室', 'room', '撤')]
    expect(outline(treeOf(orphan, '2026-01-01'))).toEqual([['室']])
  })

  it('tells which rows are seen while some branches are open', () => {
    const branches = treeOf(all, '2026-01-01')
    const seen = (open: string[]) =>
      rowsSeen(branches, new Set(open)).map(({ branch, level }) => `${level} ${branch.key}`)
    expect(seen([])).toEqual(['1 政协', '1 行政'])
    expect(seen(['政协'])).toEqual(['1 政协', '2 政协/special_committee', '2 城关', '1 行政'])
    expect(seen(keysOf(branches))).toHaveLength(6)
  })
})

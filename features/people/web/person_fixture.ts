// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a person of the register, as the office sees him.
import type { PersonView } from './people_api'

export const body = (name: string) => ({ id: name, name, short_name: name })

export function person(changes: Partial<PersonView> = {}): PersonView {
  return {
    id: 'a',
    name: '单立',
    invented: false,
    version: 4,
    can_edit: true,
    has_namesake: false,
    can_see_history: true,
    former_names: [],
    sex: 'male',
    birth_month: '1971-04',
    state: 'invited',
    tenures: [
      {
        id: 'k1',
        post_id: 'p1',
        title: '主任',
        organisation: body('经济委'),
        from: '2018-01-01',
        until: '2020-12-31',
        version: 2,
      },
      {
        id: 'k2',
        post_id: 'p2',
        title: '副主席',
        organisation: body('区政协'),
        from: '2022-01-05',
        until: null,
        version: 1,
      },
    ],
    memberships: [
      {
        id: 'm1',
        term_id: 't2',
        term_number: 2,
        person_id: 'a',
        sector: body('经济界'),
        group: body('城关街道'),
        state: 'invited',
        from: null,
        since: '2022-01-04',
        version: 3,
        actions: [
          { action: 'confirm', refusal: null },
          { action: 'move', refusal: null },
          { action: 'leave', refusal: '只有办公室可以' },
        ],
      },
    ],
    contacts: [
      { contact: 'telephone', kept: true, version: 1, can_look: true, can_change: true },
      { contact: 'email', kept: false, version: 0, can_look: true, can_change: true },
    ],
    ...changes,
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a row of a roster whose sector the register does not know.
import type { RosterRow } from './roster_api'

export const unknown_sector: RosterRow = {
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
  person_id: null,
}

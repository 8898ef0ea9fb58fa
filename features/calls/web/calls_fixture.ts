// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a call for topics that asks members.
import type { CallView } from './calls_api'

export const call = (rest: Partial<CallView> = {}): CallView => ({
  id: 'c1',
  year: 2027,
  title: '2027年度议题征集',
  guidance: '小切口',
  constituencies: ['members'],
  opens_on: '2026-10-01',
  closes_on: '2026-10-31',
  most_suggestions: 3,
  most_characters: 10,
  state: 'open',
  phase: 'running',
  asked_as: [{ constituency: 'members', body_id: '', body_name: '' }],
  cannot_suggest_because: null,
  handed_in: 0,
  code: null,
  form_picture: null,
  steps: [],
  actions: [],
  version: 2,
  updated_at: 0,
  ...rest,
})

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import type { PolicyLine } from './policies_api'
import { roles } from './accounts_api'
import {
  membershipWords,
  proofWords,
  relationWords,
  roleWords,
  stateWords,
  viewWords,
} from './policy_words'

const line: PolicyLine = {
  operation: 'findNote',
  method: 'GET',
  path: '/api/notes/{id}',
  summary: 'A note',
  roles: ['office', 'member'],
  memberships: ['active', 'former'],
  relations: ['own'],
  states: [],
  view: 'all',
  proof: 'any',
}

describe('the words of a policy', () => {
  it('say who, in which standing, of which object', () => {
    expect(roleWords(line)).toBe('办公室、委员')
    expect(membershipWords(line)).toBe('在任、离任')
    expect(relationWords(line)).toBe('本人')
    expect(stateWords(line)).toBe('不限')
    expect(stateWords({ ...line, states: ['telephone', 'no_word'] })).toBe('电话、no_word')
    expect(viewWords(line)).toBe('全部')
    expect(proofWords(line)).toBe('不另要求')
    expect(proofWords({ ...line, proof: 'fresh' })).toBe('五分钟内再次确认')
  })

  it('know those who are no role, and nobody', () => {
    expect(roleWords({ ...line, roles: ['anyone'] })).toBe('任何人，不必登录')
    expect(roleWords({ ...line, roles: ['any account'] })).toBe('任何账号')
    expect(roleWords({ ...line, roles: [] })).toBe('无人')
    expect(membershipWords({ ...line, memberships: [] })).toBe('不涉及')
  })

  it('are there for each role', () => {
    for (const role of roles) {
      expect(roleWords({ ...line, roles: [role] })).not.toContain('members.')
    }
  })
})

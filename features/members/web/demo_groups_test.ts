// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { hasText } from '@/i18n'
import { grouped } from './demo_groups'

const account = (role: string, login = role) => ({ login, name: '某', role })

describe('the demo logins', () => {
  it('stand in the group of their role, in its order, each once', () => {
    const groups = grouped([
      account('auditor'),
      account('member', 'former_member'),
      account('member'),
      account('office'),
    ])
    expect(groups.map(({ name, accounts }) => [name, accounts.map(({ login }) => login)])).toEqual([
      ['assembly', ['office']],
      ['members', ['member', 'former_member']],
      ['administrators', ['auditor']],
    ])
    for (const { name } of groups) expect(hasText(`members.web.demo.${name}`)).toBe(true)
  })

  it('lose nobody whose role is in no group', () => {
    expect(grouped([account('gardener')])[0]?.accounts).toHaveLength(1)
  })
})

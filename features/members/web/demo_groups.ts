// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The demo's logins in groups that one takes in at a glance.
import type { About } from './session_api'

export type DemoAccount = About['demo_accounts'][number]

const groups = [
  {
    name: 'assembly',
    roles: [
      'office',
      'secretary_general',
      'chairperson',
      'party_group',
      'special_committee',
      'publicity_editor',
      'reader',
    ],
  },
  { name: 'members', roles: ['member', 'convenor', 'sub_district', 'expert'] },
  {
    name: 'government',
    roles: [
      'party_committee',
      'party_office',
      'government_office',
      'inspection_office',
      'department_leader',
      'department_handler',
    ],
  },
  { name: 'administrators', roles: ['system_administrator', 'security_administrator', 'auditor'] },
] as const

// Each account stands in the group of its role, the one called as the role first; what no group
// names comes last.
export function grouped(accounts: DemoAccount[]): { name: string; accounts: DemoAccount[] }[] {
  const rest = new Set(accounts)
  const of = (role: string) =>
    accounts
      .filter((account) => account.role === role && rest.delete(account))
      .sort((one, other) => Number(other.login === role) - Number(one.login === role))
  const found = groups.map(({ name, roles }) => ({
    name: name as string,
    accounts: roles.flatMap(of),
  }))
  return [...found, { name: 'others', accounts: [...rest] }].filter(
    (group) => group.accounts.length,
  )
}

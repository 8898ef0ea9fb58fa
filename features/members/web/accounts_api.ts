// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Accounts of others, for the three administrators.
import { addressOf } from '@/api/address'
import { answer, client, keyed, type Schema } from '@/api/client'

export type Account = Schema['Account']
export type AccountLink = Schema['AccountLink']
export type AccountPage = Schema['PageOfAccount']
export type Role = Schema['RoleChange']['role']
export type State = Account['state']

export const sorts = ['login', 'name', 'pinyin', 'newest'] as const
export const states = ['active', 'suspended'] as const
// In the order of the server's list (features/members/role.h).
export const roles = [
  'office',
  'reader',
  'secretary_general',
  'chairperson',
  'party_group',
  'special_committee',
  'member',
  'department_handler',
  'department_leader',
  'party_office',
  'government_office',
  'inspection_office',
  'party_committee',
  'sub_district',
  'convenor',
  'expert',
  'publicity_editor',
  'auditor',
  'system_administrator',
  'security_administrator',
] as const satisfies readonly Role[]
export const administrators: readonly Role[] = [
  'auditor',
  'system_administrator',
  'security_administrator',
]

export interface AccountFilter {
  q?: string
  state?: State
  role?: Role
  without_role?: boolean
  sort?: (typeof sorts)[number]
}

export function fetchAccounts(filter: AccountFilter, after?: string): Promise<AccountPage> {
  return answer(client.GET('/api/accounts', { params: { query: { ...filter, after, size: 30 } } }))
}

export const exportAddress = (filter: AccountFilter): string =>
  addressOf('/api/accounts/export', filter)

export function fetchOneAccount(id: string): Promise<Account> {
  return answer(client.GET('/api/accounts/{id}', { params: { path: { id } } }))
}

// Refused with members.in_register when somebody of this name waits there for an account; unless
// `again`.
export function makeAccount(
  body: Schema['NewAccount'],
  again: boolean,
  key: string,
): Promise<Account> {
  const query = again ? { again } : {}
  return answer(client.POST('/api/accounts', { body, params: { query, header: keyed(key) } }))
}

export function makeAccountLink(id: string, key: string): Promise<AccountLink> {
  return answer(
    client.POST('/api/accounts/{id}/link', { params: { path: { id }, header: keyed(key) } }),
  )
}

export function changeState(id: string, state: State, key: string): Promise<Account> {
  return answer(
    client.POST('/api/accounts/{id}/state', {
      body: { state },
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function changeRole(id: string, body: Schema['RoleChange'], key: string): Promise<Account> {
  return answer(
    client.POST('/api/accounts/{id}/roles', {
      body,
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function removeLostFactor(id: string, key: string): Promise<Account> {
  return answer(
    client.DELETE('/api/accounts/{id}/second-factor', {
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whom a row of x-authz lets in.
import type { PolicyRow } from './canary_api'

export interface Visitor {
  login: string // 'anonymous': without a session
  role: string
  membership: string
  id: string
  cookie: string
}

// Those whose policy asks for the state of their membership.
const of_members = ['member', 'convenor', 'chairperson', 'special_committee']
// Those whose role rests while their membership does.
const resting = ['secretary_general', 'party_group']

function actsAsMember(visitor: Visitor): boolean {
  const rests = visitor.membership !== 'none' && visitor.membership !== 'active'
  return of_members.includes(visitor.role) || (rests && resting.includes(visitor.role))
}

export function admits(row: PolicyRow, visitor: Visitor): boolean {
  if (row.roles.includes('anyone')) return true
  if (row.roles.includes('any account')) return visitor.login !== 'anonymous'
  if (!row.roles.includes(visitor.role)) return false
  if (!actsAsMember(visitor)) return true
  return (row.memberships ?? ['active']).includes(visitor.membership)
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The names that policies use, in words.
import { hasText, t } from '@/i18n'
import type { PolicyLine } from './policies_api'

const own_words: Record<string, string> = {
  anyone: 'members.web.policies.anyone',
  'any account': 'members.web.policies.any_account',
}

const listed = (names: string[], none: string) =>
  names.length ? names.join(t('members.web.policies.between')) : t(none)

export function roleWords(line: PolicyLine): string {
  return listed(
    line.roles.map((role) => t(own_words[role] ?? `members.web.role.${role}`)),
    'members.web.policies.nobody',
  )
}

export function membershipWords(line: PolicyLine): string {
  return listed(
    line.memberships.map((name) => t(`members.web.policies.membership.${name}`)),
    'members.web.policies.no_member',
  )
}

export function relationWords(line: PolicyLine): string {
  return listed(
    line.relations.map((name) => t(`members.web.policies.relation.${name}`)),
    'members.web.policies.any',
  )
}

// Of some states and views there is no word but their name.
const word = (kind: string, name: string) => {
  const code = `members.web.policies.${kind}.${name}`
  return hasText(code) ? t(code) : name
}

export function stateWords(line: PolicyLine): string {
  return listed(
    line.states.map((name) => word('state', name)),
    'members.web.policies.any',
  )
}

export const viewWords = (line: PolicyLine): string => word('view', line.view)

export const proofWords = (line: PolicyLine): string => word('proof', line.proof)

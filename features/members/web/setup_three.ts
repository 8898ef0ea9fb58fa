// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The three administrators of the first start, in the order of the page.
import type { Schema } from '@/api/client'

export const first_roles = ['system_administrator', 'security_administrator', 'auditor'] as const
export type FirstRole = (typeof first_roles)[number]

export interface FirstAccount {
  name: string
  login: string
  password: string
  again: string
}
export type FirstForm = Record<FirstRole, FirstAccount>

const blank = (): FirstAccount => ({ name: '', login: '', password: '', again: '' })

export const blankForm = (): FirstForm => ({
  system_administrator: blank(),
  security_administrator: blank(),
  auditor: blank(),
})

export const first_fields = first_roles.flatMap((role) =>
  ['name', 'login', 'password'].map((field) => `/${role}/${field}`),
)

export function isComplete(form: FirstForm): boolean {
  return first_roles
    .map((role) => form[role])
    .every(
      ({ name, login, password, again }) =>
        name.trim() !== '' && login.trim() !== '' && password !== '' && again === password,
    )
}

export function asSent(token: string, form: FirstForm): Schema['FirstThree'] {
  const account = ({ name, login, password }: FirstAccount) => ({
    name: name.trim(),
    login: login.trim(),
    password,
  })
  return {
    token,
    system_administrator: account(form.system_administrator),
    security_administrator: account(form.security_administrator),
    auditor: account(form.auditor),
  }
}

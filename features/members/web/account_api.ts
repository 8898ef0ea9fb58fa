// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, keyed, type Schema } from '@/api/client'
import type { Person } from './session_api'

export type OwnAccount = Schema['OwnAccount']
export type OwnSession = Schema['OwnSession']

export function fetchAccount(): Promise<OwnAccount> {
  return answer(client.GET('/api/account'))
}

export async function changePassword(body: Schema['PasswordChange'], key: string): Promise<void> {
  await answer(client.POST('/api/account/password', { body, params: { header: keyed(key) } }))
}

export async function proveAgain(password: string, key: string): Promise<void> {
  await answer(
    client.POST('/api/account/proof', { body: { password }, params: { header: keyed(key) } }),
  )
}

export async function endSession(id: string, key: string): Promise<void> {
  await answer(
    client.DELETE('/api/account/sessions/{id}', { params: { path: { id }, header: keyed(key) } }),
  )
}

export async function endAllSessions(key: string): Promise<void> {
  await answer(client.DELETE('/api/account/sessions', { params: { header: keyed(key) } }))
}

export async function useAccountLink(body: Schema['LinkUse'], key: string): Promise<Person> {
  return (
    await answer(client.POST('/api/account/link', { body, params: { header: keyed(key) } }), {
      anonymous: true,
    })
  ).person
}

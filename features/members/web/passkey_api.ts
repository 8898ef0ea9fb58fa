// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, keyed, type Schema } from '@/api/client'
import type { Person } from './session_api'

export type OwnPasskey = Schema['OwnPasskey']
export type PasskeyBegun = Schema['PasskeyBegun']
export type PasskeyAsked = Schema['PasskeyAsked']

export function fetchPasskeys(): Promise<OwnPasskey[]> {
  return answer(client.GET('/api/account/passkeys'))
}

export function beginPasskey(key: string): Promise<PasskeyBegun> {
  return answer(client.POST('/api/account/passkeys/begin', { params: { header: keyed(key) } }))
}

export function addPasskey(body: Schema['PasskeyMade'], key: string): Promise<OwnPasskey> {
  return answer(client.POST('/api/account/passkeys', { body, params: { header: keyed(key) } }))
}

export async function namePasskey(id: string, name: string, key: string): Promise<void> {
  await answer(
    client.PATCH('/api/account/passkeys/{id}', {
      body: { name },
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export async function removePasskey(id: string, key: string): Promise<void> {
  await answer(
    client.DELETE('/api/account/passkeys/{id}', { params: { path: { id }, header: keyed(key) } }),
  )
}

export function beginProof(key: string): Promise<PasskeyAsked> {
  return answer(client.POST('/api/account/proof/begin', { params: { header: keyed(key) } }))
}

export function beginPasskeySignIn(key: string): Promise<PasskeyAsked> {
  return answer(client.POST('/api/passkeys/begin', { params: { header: keyed(key) } }), {
    anonymous: true,
  })
}

export async function signInByPasskey(body: Schema['PasskeyAnswer'], key: string): Promise<Person> {
  return (
    await answer(client.POST('/api/passkeys/session', { body, params: { header: keyed(key) } }), {
      anonymous: true,
    })
  ).person
}

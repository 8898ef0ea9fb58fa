// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, keyed, type Schema } from '@/api/client'
import type { SignInStep } from './session_api'

export type OwnAccount = Schema['OwnAccount']
export type OwnSession = Schema['OwnSession']
export type OwnFactor = Schema['OwnFactor']
export type FactorBegun = Schema['FactorBegun']

export function fetchAccount(): Promise<OwnAccount> {
  return answer(client.GET('/api/account'))
}

export async function changePassword(body: Schema['PasswordChange'], key: string): Promise<void> {
  await answer(client.POST('/api/account/password', { body, params: { header: keyed(key) } }))
}

export async function endSession(id: string, key: string): Promise<void> {
  await answer(
    client.DELETE('/api/account/sessions/{id}', { params: { path: { id }, header: keyed(key) } }),
  )
}

export async function endAllSessions(key: string): Promise<void> {
  await answer(client.DELETE('/api/account/sessions', { params: { header: keyed(key) } }))
}

export function useAccountLink(body: Schema['LinkUse'], key: string): Promise<SignInStep> {
  return answer(client.POST('/api/account/link', { body, params: { header: keyed(key) } }), {
    anonymous: true,
  })
}

// By one of its members.
export type Proof = Schema['AccountProof']

export async function proveAgain(body: Proof, key: string): Promise<void> {
  await answer(client.POST('/api/account/proof', { body, params: { header: keyed(key) } }))
}

export function beginSecondFactor(key: string): Promise<FactorBegun> {
  return answer(client.POST('/api/account/second-factor', { params: { header: keyed(key) } }))
}

export async function confirmSecondFactor(code: string, key: string): Promise<string[]> {
  return (
    await answer(
      client.POST('/api/account/second-factor/confirmation', {
        body: { code },
        params: { header: keyed(key) },
      }),
    )
  ).codes
}

export async function renewRecoveryCodes(key: string): Promise<string[]> {
  return (
    await answer(client.POST('/api/account/recovery-codes', { params: { header: keyed(key) } }))
  ).codes
}

export async function removeSecondFactor(key: string): Promise<void> {
  await answer(client.DELETE('/api/account/second-factor', { params: { header: keyed(key) } }))
}

export async function acknowledgeRemoval(key: string): Promise<void> {
  await answer(
    client.DELETE('/api/account/second-factor/removal', { params: { header: keyed(key) } }),
  )
}

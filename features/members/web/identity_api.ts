// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, keyed, type Schema } from '@/api/client'

export function fetchIdentity(): Promise<Schema['OwnIdentity']> {
  return answer(client.GET('/api/account/identity'))
}

export async function endIdentity(key: string): Promise<void> {
  await answer(client.DELETE('/api/account/identity', { params: { header: keyed(key) } }))
}

// The address of the one-time link, for the person.
export async function makeIdentityLink(login: string, key: string): Promise<string> {
  const { token } = await answer(
    client.POST('/api/oidc/links', { body: { login }, params: { header: keyed(key) } }),
  )
  return `${window.location.origin}/sign-in#oidc-link=${token}`
}

export async function endIdentityOf(login: string, key: string): Promise<void> {
  await answer(client.POST('/api/oidc/unlink', { body: { login }, params: { header: keyed(key) } }))
}

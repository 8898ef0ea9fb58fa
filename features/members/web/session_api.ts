// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, keyed, type Schema } from '@/api/client'
import { newKey } from '@/api/idempotency'

export type About = Schema['AboutView']
export type Person = Schema['PersonView']

export function fetchAbout(): Promise<About> {
  return answer(client.GET('/api/about'))
}

export async function fetchPerson(): Promise<Person> {
  return (await answer(client.GET('/api/session'), { anonymous: true })).person
}

export type SignInStep = Schema['SignInView']

// The person; or nobody yet, as a code of the second factor is asked.
export function signIn(body: Schema['SignIn'], key: string): Promise<SignInStep> {
  return answer(client.POST('/api/session', { body, params: { header: keyed(key) } }), {
    anonymous: true,
  })
}

export async function takeSecondStep(code: string, key: string): Promise<Person> {
  return (
    await answer(
      client.POST('/api/session/second-step', { body: { code }, params: { header: keyed(key) } }),
      { anonymous: true },
    )
  ).person
}

export async function signInAsDemo(body: Schema['DemoSignIn'], key: string): Promise<Person> {
  return (
    await answer(client.POST('/api/demo/session', { body, params: { header: keyed(key) } }), {
      anonymous: true,
    })
  ).person
}

// Where the browser goes to sign in at the provider.
export async function beginOidc(body: Schema['OidcBegin'], key: string): Promise<string> {
  return (
    await answer(client.POST('/api/oidc/begin', { body, params: { header: keyed(key) } }), {
      anonymous: true,
    })
  ).address
}

export async function signOut(key: string): Promise<void> {
  await answer(client.DELETE('/api/session', { params: { header: keyed(key) } }), {
    anonymous: true,
  })
}

export function lookAtSetupLink(token: string): Promise<Schema['SetupLinkView']> {
  return answer(
    client.POST('/api/setup/link', { body: { token }, params: { header: keyed(newKey()) } }),
    { anonymous: true },
  )
}

export async function makeFirstThree(body: Schema['FirstThree'], key: string): Promise<Person[]> {
  return (
    await answer(client.POST('/api/setup', { body, params: { header: keyed(key) } }), {
      anonymous: true,
    })
  ).people
}

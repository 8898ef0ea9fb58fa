// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one way to the server: typed by the OpenAPI document, same-origin cookies, answers in the
// chosen language.
import createClient from 'openapi-fetch'
import { language } from '../i18n'
import { Problem, asProblem, problemFrom } from './problem'
import type { components, paths } from './schema'

export type Schema = components['schemas']

export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  fetch: (request) =>
    globalThis.fetch(request).catch(() => {
      throw new Problem(0, {}, request.method === 'GET')
    }),
})
const answers_to_reading = new WeakSet<Response>()

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', language.value)
  },
  onResponse({ request, response }) {
    if (request.method === 'GET') answers_to_reading.add(response)
  },
})

let lost_session: () => void = () => undefined
export function whenSessionIsLost(call: () => void): void {
  lost_session = call
}

export function noticeLostSession(): void {
  lost_session()
}

interface Outcome<Data> {
  data?: Data
  error?: unknown
  response: Response
}

// The answer, or a Problem thrown. `anonymous`: a 401 is an answer here, not a lost session.
export async function answer<Data>(
  call: Promise<Outcome<Data>>,
  { anonymous = false } = {},
): Promise<Data> {
  let outcome: Outcome<Data>
  try {
    outcome = await call
  } catch (trouble) {
    throw asProblem(trouble)
  }
  if (outcome.response.ok) return outcome.data as Data
  if (outcome.response.status === 401 && !anonymous) noticeLostSession()
  throw await problemFrom(
    outcome.response,
    outcome.error || {},
    answers_to_reading.has(outcome.response),
  )
}

export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"v${version}"` }
}

export function keyed(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key }
}

export { Problem }

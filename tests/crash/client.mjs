// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One request and what its sender knows afterwards: acknowledged, refused, or unknown.
import { randomUUID } from 'node:crypto'

export function request(method, path, { body, bytes, version, name } = {}) {
  const headers = { 'idempotency-key': randomUUID(), 'content-type': bytes ? 'application/octet-stream' : 'application/json' }
  if (version) headers['if-match'] = `"v${version}"`
  if (name) headers['x-file-name'] = name
  return { method, path, headers, body: bytes ?? JSON.stringify(body) }
}

// A refusal is an answer by rule; what the machine failed at may or may not have happened.
export async function send(server, asked) {
  let answer
  try {
    answer = await fetch(server.url + asked.path, {
      method: asked.method,
      headers: { ...asked.headers, cookie: server.cookie },
      body: asked.body,
      signal: AbortSignal.timeout(15_000),
    })
    const body = await answer.json()
    if (answer.status < 300) return { outcome: 'acknowledged', status: answer.status, body }
    if (answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
      return { outcome: 'refused', status: answer.status, body }
    }
    return { outcome: 'unknown', status: answer.status, body, headers: answer.headers }
  } catch (trouble) {
    return { outcome: 'unknown', status: answer?.status ?? 0, trouble }
  }
}

export async function signIn(server) {
  const answer = await fetch(`${server.url}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ login: 'office' }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  server.cookie = answer.headers.getSetCookie()[0].split(';')[0]
}

export async function get(server, path) {
  const answer = await fetch(server.url + path, { headers: { cookie: server.cookie } })
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
  return answer
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One connection that sends one request after another, and says what came back of each:
//   { status, headers, body }       a whole answer
//   { status: 0, began: false }     none: the connection could not be made or was closed before a byte came
//   { status: 0, began: true }      an answer that was cut off
import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'

export class Sender {
  constructor(served) {
    this.served = served
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 })
  }

  send(method, path, { body, headers = {}, key = randomUUID(), after = () => {} } = {}) {
    const all = { cookie: this.served.cookie, 'idempotency-key': key, ...headers }
    if (body !== undefined) all['content-length'] = Buffer.byteLength(body)
    if (body !== undefined && !all['content-type']) all['content-type'] = 'application/json'
    return new Promise((done) => {
      const none = () => done({ status: 0, began: false })
      const sent = request(this.served.url + path, { method, agent: this.agent, headers: all }, (answer) => {
        const pieces = []
        const cutOff = () => done({ status: 0, began: true })
        answer.on('data', (piece) => pieces.push(piece))
        answer.on('error', cutOff)
        answer.on('end', () => {
          if (!answer.complete) return cutOff()
          done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) })
        })
      })
      sent.on('error', none)
      sent.on('finish', after)
      sent.end(body)
    })
  }

  post(path, value, options = {}) {
    return this.send('POST', path, { ...options, body: JSON.stringify(value) })
  }
}

export function planCalled(title, topics = 0) {
  const topic = (number) => ({ number, kind: 'thematic', title: `${title}的第${number}个议题`, period: '', month: null,
    responsible: ['农业农村局'], participating: [], line: 0 })
  return { title, committee: '河东区政协', year: 2026, topics: Array.from({ length: topics }, (_, at) => topic(at + 1)) }
}

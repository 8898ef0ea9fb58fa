// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A disk that fills up in the middle of load: full_disk.mjs FOLDER, where FOLDER/data is a disk of a few MB (see
// tests/crash/full_disk.sh). Every answer is an acknowledgement that is really there, or 507 in words; with room again
// everything works again, without a restart.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { request, send, signIn } from './client.mjs'
import { judgeByApi, judgeByRows, rowsOf, Verdict } from './judge.mjs'
import { Server } from './server.mjs'
import { Writer } from './writer.mjs'

const binary = process.env.XIESHANG_BINARY ?? 'build/release/xieshang'
const data = join(process.argv[2], 'data')
const ballast = join(data, 'ballast')
const failures = []
const expect = (fits, what) => {
  if (!fits) failures.push(what)
}

function fill() {
  const file = openSync(ballast, 'w')
  for (let size = 1 << 16; size >= 1; size = size >> 1) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size))
    } catch (full) {
      if (full.code !== 'ENOSPC') throw full
    }
  }
  closeSync(file)
}

function isRefusalForRoom({ status, headers, body }, language) {
  const words = { 'zh-CN': /空间/, en: /space|full|room/i }[language]
  expect(status === 507, `the answer was ${status}`)
  expect(headers?.get('content-type')?.startsWith('application/problem+json'), 'no problem+json')
  expect(Number(headers?.get('retry-after')) > 0, 'no Retry-After')
  expect(words.test(`${body?.title} ${body?.detail}`), `not in ${language}: ${JSON.stringify(body)}`)
}

const server = await Server.start({ binary, data })
await signIn(server)
const writers = Array.from({ length: 8 }, () => new Writer())
const load = Promise.all(writers.map((writer) => writer.run(server)))
await sleep(200)
fill()
const isFull = await Promise.race([load.then(() => true), sleep(20_000, false, { ref: false })])
expect(isFull, 'the disk is full, but writing went on')
for (const { stopped } of writers.filter((writer) => writer.stopped)) isRefusalForRoom(stopped, 'zh-CN')
for (const language of ['zh-CN', 'en']) {
  const text = `河东区政协2026年协商工作计划\n一、协商议题\n（一）专题协商会议协商议题\n1. 满足老年人多元养老需求 ${randomUUID()}\n${`${'说明。'.repeat(100)}\n`.repeat(300)}`
  const upload = request('POST', '/api/plan-documents', { bytes: Buffer.from(text), name: 'large.txt' })
  upload.headers['accept-language'] = language
  isRefusalForRoom(await send(server, upload), language)
}
const read = await fetch(`${server.url}/api/plans`, { headers: { cookie: server.cookie } })
expect(read.status === 200, `reading on a full disk: ${read.status}`)
rmSync(ballast)
const begin = performance.now()
for (const writer of writers) await writer.settle(server)
const back = performance.now() - begin
await Promise.all(writers.map((writer) => {
  const end = performance.now() + 200
  return writer.run(server, () => performance.now() > end)
}))
for (const { open } of writers) expect(!open, 'writing did not go on when there was room')
const verdict = new Verdict()
for (const writer of writers) await judgeByApi(server, writer, verdict)
await server.kill('SIGTERM')
judgeByRows(rowsOf(binary, data, ''), writers, verdict)
failures.push(...verdict.examples, ...writers.flatMap((writer) => writer.surprises))
const acknowledged = writers.reduce((sum, writer) => sum + writer.counts.acknowledged, 0)
console.log(`${acknowledged} acknowledged, ${writers.length} refused for want of room, all settled ${Math.round(back)} ms after there was room, ${failures.length} failures`)
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SIGTERM under load: the server ends by itself within ten seconds, and every request that it took was answered: what
// its sender heard nothing of has not happened.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { get, signIn } from './client.mjs'
import { judgeByApi, judgeByRows, rowsOf, Verdict } from './judge.mjs'
import { Server } from './server.mjs'
import { Writer } from './writer.mjs'

const binary = process.env.XIESHANG_BINARY ?? 'build/release/xieshang'
const folder = mkdtempSync(join(tmpdir(), 'xieshang-stop-'))
const data = join(folder, 'data')
let worst = 0
let acknowledged = 0
let failures = []

async function round() {
  const server = await Server.start({ binary, data })
  await signIn(server)
  const writers = Array.from({ length: 16 }, () => new Writer())
  const load = Promise.all(writers.map((writer) => writer.run(server)))
  await sleep(200 + Math.random() * 300)
  const begin = performance.now()
  await server.kill('SIGTERM')
  worst = Math.max(worst, performance.now() - begin)
  await load
  if (server.ending !== 0) failures.push(`it ended with ${server.ending}`)
  for (const { stopped } of writers) {
    if (stopped.status !== 0 && stopped.status !== 503) failures.push(`an answer was ${stopped.status}, or broke off`)
  }
  acknowledged += writers.reduce((sum, writer) => sum + writer.counts.acknowledged, 0)
  return writers
}

const all = []
const verdict = new Verdict()
for (let times = 0; times < 5; times += 1) all.push(...(await round()))
judgeByRows(rowsOf(binary, data, ''), all, verdict)
const again = await Server.start({ binary, data })
await signIn(again)
for (const writer of all) await judgeByApi(again, writer, verdict)
await get(again, '/api/plans')
await again.kill('SIGTERM')
rmSync(folder, { recursive: true })
failures = [...failures, ...verdict.examples, ...all.flatMap((writer) => writer.surprises)]
if (worst > 10_000) failures.push(`the end took ${Math.round(worst)} ms`)
if (acknowledged === 0) failures.push('nothing was acknowledged: no load')
console.log(`${acknowledged} acknowledged in 5 stops, the longest ${Math.round(worst)} ms, ${failures.length} failures`)
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)

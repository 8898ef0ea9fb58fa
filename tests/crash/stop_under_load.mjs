// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SIGTERM in the middle of load: stop_under_load.mjs BINARY FOLDER. The server ends with 0 within ten seconds. Whatever reached
// it whole before is answered whole, also a file that is still on its way; no answer is cut off; and what was acknowledged to
// the very last is there afterwards, once. Exit status 1 and the reasons when not.
import { request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Served } from '../../bench/served.mjs'
import { Sender, planCalled } from './sender.mjs'

const [binary, folder] = process.argv.slice(2)
const people = 16
const troubles = []
const must = (holds, what) => holds || troubles.push(what)

// Sends until nothing is answered any more.
async function work(served, person, round, asked) {
  const sender = new Sender(served)
  for (let number = 0, gone = false; !gone; number += 1) {
    const one = { title: `${round}-${person}-${number}`, writes: number % 2 === 0, key: randomUUID() }
    const after = () => (one.sentAt = performance.now())
    asked.push(one)
    one.answer = one.writes
      ? await sender.post('/api/plans', planCalled(one.title, 5), { key: one.key, after })
      : await sender.send('GET', '/api/plans', { after })
    gone = one.answer.status !== 200 && one.answer.status !== 201
  }
  sender.agent.destroy()
}

// Half of it before the signal, half after.
async function slowPlan(served, title) {
  const body = JSON.stringify(planCalled(title, 5))
  let status = 0
  const headers = { cookie: served.cookie, 'idempotency-key': randomUUID(), 'content-type': 'application/json',
    'content-length': Buffer.byteLength(body) }
  const sent = request(`${served.url}/api/plans`, { method: 'POST', headers })
  const answered = new Promise((done) => {
    sent.on('response', (answer) => {
      status = answer.statusCode
      answer.resume().on('close', () => done(answer.complete ? status : 0))
    })
    sent.on('error', () => done(0))
  })
  sent.write(body.slice(0, 30))
  return { finish: () => sent.end(body.slice(30)), answered }
}

function judge(one, stopAt) {
  const { status, began, body } = one.answer
  must(!began, `${one.title}: an answer was cut off`)
  must([0, 200, 201, 503].includes(status), `${one.title}: answered ${status} ${body ?? ''}`)
  must(status !== 0 || !(one.sentAt < stopAt), `${one.title}: sent before the signal and never answered`)
}

async function titlesOf(served) {
  const sender = new Sender(served)
  const titles = []
  for (let after = ''; after !== null; ) {
    const page = JSON.parse((await sender.send('GET', `/api/plans?size=100${after && `&after=${after}`}`)).body)
    titles.push(...page.items.map((plan) => plan.title))
    after = page.next ?? null
  }
  sender.agent.destroy()
  return titles
}

async function round(number) {
  const served = await Served.start(binary, folder)
  await served.signIn('office')
  const asked = []
  const working = Promise.all(Array.from({ length: people }, (_, person) => work(served, person, number, asked)))
  const slow = await slowPlan(served, `${number}-slow`)
  await sleep(500 + number * 37)
  served.child.removeAllListeners('exit')
  const ended = new Promise((done) => served.child.once('exit', (code, signal) => done({ code, signal })))
  const stopAt = performance.now()
  const under = asked.filter(({ answer }) => !answer).length
  must(under >= people, `only ${under} requests were on their way at the signal`)
  served.child.kill('SIGTERM')
  await sleep(300)
  slow.finish()
  must((await slow.answered) === 201, 'a request that was still arriving got no 201')
  const end = await Promise.race([ended, sleep(10_000)])
  must(end?.code === 0, `the server ended with ${JSON.stringify(end ?? 'nothing within 10 s')}`)
  const took = performance.now() - stopAt
  await working
  asked.forEach((one) => judge(one, stopAt))
  const acknowledged = asked.filter(({ writes, answer }) => writes && answer.status === 201).map(({ title }) => title)
  return { acknowledged: [...acknowledged, `${number}-slow`], took }
}

const kept = []
let longest = 0
for (let number = 0; number < 5; number += 1) {
  const { acknowledged, took } = await round(number)
  kept.push(...acknowledged)
  longest = Math.max(longest, took)
}
const served = await Served.start(binary, folder)
await served.signIn('office')
const there = await titlesOf(served)
const times = new Map()
for (const title of there) times.set(title, (times.get(title) ?? 0) + 1)
for (const title of kept) must(times.get(title) === 1, `${title}: acknowledged, and there ${times.get(title) ?? 0} times`)
await served.stop()
console.log(`${kept.length} acknowledged in 5 rounds, the longest end took ${Math.round(longest)} ms`)
for (const trouble of troubles.slice(0, 20)) console.log(trouble)
process.exit(troubles.length ? 1 : 0)

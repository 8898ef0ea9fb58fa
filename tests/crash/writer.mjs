// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A writer sends one request after the other about plans of its own and keeps what must be true: of each plan title,
// version, state and topics; of each document its bytes, its correction's title and version, and the plan that was made
// of it; and of refused requests that nothing of them is there.
import { randomUUID } from 'node:crypto'
import { get, request, send } from './client.mjs'

const pick = (items) => items[Math.floor(Math.random() * items.length)]

export class Writer {
  plans = []
  documents = []
  forbidden = [] // titles and file names of refused requests
  counts = { acknowledged: 0, refused: 0, unknown: 0, settled: 0 }
  open = null // the operation whose outcome is unknown
  surprises = [] // answers that no rule explains

  // Until the server dies or `until` is over.
  async run(server, until = () => false) {
    while (!until()) {
      const operation = await this.#next(server)
      if (!operation) {
        this.stopped = { outcome: 'unknown', status: 0 } // while it was asked something
        return
      }
      const answer = await send(server, operation.request)
      this.counts[answer.outcome] += 1
      if (answer.outcome === 'unknown') {
        this.open = operation
        this.stopped = answer
        return
      }
      this.#learn(operation, answer)
    }
  }

  // Asks again with the same key: exactly once, whatever happened before.
  async settle(server) {
    if (!this.open) return
    const operation = this.open
    const answer = await send(server, operation.request)
    if (answer.outcome === 'unknown') throw new Error(`a retry stays unknown: ${answer.status} ${answer.trouble}`)
    this.open = null
    this.counts.settled += 1
    this.#learn(operation, answer)
  }

  #learn(operation, { outcome, status, body }) {
    const expected = operation.refusal ? 'refused' : 'acknowledged'
    if (outcome !== expected) {
      this.surprises.push(`${operation.what}: ${outcome} ${status} ${body?.code ?? ''}`)
    } else if (outcome === 'refused') {
      if (operation.leaves) this.forbidden.push(operation.leaves)
    } else {
      operation.accept(body)
    }
  }

  async #next(server) {
    const document = this.documents.at(-1)
    if (document && !document.plan && Math.random() < 0.6) return this.#correct(server, document)
    if (document?.plan && Math.random() < 0.1) return this.#finishTwice(document)
    const plan = this.plans.length > 0 ? pick(this.plans.slice(-5)) : null
    const dice = Math.random()
    if (!plan || dice < 0.3) return this.#save()
    if (dice < 0.4) return this.#saveTwice()
    if (dice < 0.55) return this.#upload()
    if (plan.state === 'discarded') return this.#step(plan, 'restore', 'draft')
    if (dice < 0.7) return this.#edit(plan)
    if (dice < 0.78) return this.#editStale(plan)
    if (dice < 0.88) return this.#editTopic(plan)
    if (dice < 0.93) return this.#stepWithoutReason(plan)
    return this.#step(plan, 'discard', 'discarded')
  }

  #topics(...titles) {
    return titles.map((title, index) => ({
      number: index + 1, kind: 'thematic', title, period: '5月', month: 5, responsible: ['民政局'], participating: [], line: 0,
    }))
  }

  #save() {
    const title = `计划 ${randomUUID()}`
    const topics = [`议题 ${randomUUID()}`, `议题 ${randomUUID()}`]
    return {
      what: 'save',
      request: request('POST', '/api/plans', {
        body: { title, committee: '河东区政协', year: 2026, topics: this.#topics(...topics) },
      }),
      accept: (body) => {
        const kept = body.topics.map((topic) => ({ id: topic.id, title: topic.title, version: 1 }))
        this.plans.push({ id: body.id, title, version: 1, state: 'draft', topics: kept, accepted: 1 })
        if (kept.map((topic) => topic.title).join() !== topics.join()) this.surprises.push('save: other topics')
      },
    }
  }

  #saveTwice() {
    const title = `不许 ${randomUUID()}`
    return {
      what: 'save with one topic twice',
      refusal: true,
      leaves: title,
      request: request('POST', '/api/plans', {
        body: { title, committee: '河东区政协', year: 2026, topics: this.#topics('同一个议题', '同一个议题') },
      }),
    }
  }

  #upload() {
    const name = `${randomUUID()}.txt`
    const text = `河东区政协2026年协商工作计划\n（${name}）\n一、协商议题\n（一）专题协商会议协商议题\n1. 满足老年人多元养老需求\n2. 提升城市管理品质\n`
    return {
      what: 'upload',
      request: request('POST', '/api/plan-documents', { bytes: Buffer.from(text), name }),
      accept: (body) => this.documents.push({ id: body.id, name, text, version: 1, accepted: 0 }),
    }
  }

  // Keeps another title, keeps one for a version that is not there, or makes the plan.
  async #correct(server, document) {
    document.correction ??= await correctionOf(server, document)
    if (!document.correction) return null
    const place = `/api/plan-documents/${document.id}`
    const dice = Math.random()
    if (document.version > 1 && dice < 0.4) return this.#finish(document, place)
    const stale = dice > 0.85
    const title = `校正 ${randomUUID()}`
    const body = { ...document.correction, title }
    return {
      what: stale ? 'correction of another version' : 'correction',
      refusal: stale,
      leaves: stale ? title : undefined,
      request: request('PUT', `${place}/correction`, { body, version: document.version + (stale ? 7 : 0) }),
      accept: () => {
        const { version, accepted } = document
        Object.assign(document, { title, correction: body, version: version + 1, accepted: accepted + 1 })
      },
    }
  }

  #finish(document, place) {
    const { title, correction } = document
    return {
      what: 'plan of a correction',
      request: request('POST', `${place}/plan`, { version: document.version }),
      accept: (body) => {
        const topics = body.topics.map((topic) => ({ id: topic.id, title: topic.title, version: 1 }))
        this.plans.push({ id: body.id, title, version: 1, state: 'draft', topics, accepted: 1 })
        Object.assign(document, { plan: body.id, version: document.version + 1 })
        const asked = correction.topics.map((topic) => topic.title)
        if (body.title !== title || topics.map((topic) => topic.title).join() !== asked.join()) {
          this.surprises.push('plan of a correction: other words')
        }
      },
    }
  }

  // As long as the plan is not discarded there is no other one; when it is, the version is not that one.
  #finishTwice(document) {
    return {
      what: 'second plan of a correction',
      refusal: true,
      request: request('POST', `/api/plan-documents/${document.id}/plan`, { version: document.version + 7 }),
    }
  }

  #changed(plan, change) {
    Object.assign(plan, change, { version: plan.version + 1, accepted: plan.accepted + 1 })
  }

  #edit(plan) {
    const title = `改过 ${randomUUID()}`
    return {
      what: 'edit',
      request: request('PATCH', `/api/plans/${plan.id}`, { body: { title }, version: plan.version }),
      accept: () => this.#changed(plan, { title }),
    }
  }

  #editStale(plan) {
    const title = `过时 ${randomUUID()}`
    return {
      what: 'edit of another version',
      refusal: true,
      leaves: title,
      request: request('PATCH', `/api/plans/${plan.id}`, { body: { title }, version: plan.version + 7 }),
    }
  }

  #editTopic(plan) {
    const topic = pick(plan.topics)
    const title = `议题改过 ${randomUUID()}`
    return {
      what: 'edit of a topic',
      request: request('PATCH', `/api/topics/${topic.id}`, { body: { title }, version: topic.version }),
      accept: () => {
        Object.assign(topic, { title, version: topic.version + 1 })
        this.#changed(plan, {})
      },
    }
  }

  #step(plan, action, state) {
    return {
      what: action,
      request: request('POST', `/api/plans/${plan.id}/steps`, {
        body: { action, reason: '因为' }, version: plan.version,
      }),
      accept: () => this.#changed(plan, { state }),
    }
  }

  #stepWithoutReason(plan) {
    return {
      what: 'discard without a reason',
      refusal: true,
      request: request('POST', `/api/plans/${plan.id}/steps`, {
        body: { action: 'discard', reason: '' }, version: plan.version,
      }),
    }
  }
}

// Null: the server has died.
async function correctionOf(server, document) {
  try {
    const answer = await get(server, `/api/plan-documents/${document.id}/correction`)
    return answer && (await answer.json()).correction
  } catch {
    return null
  }
}
